import { apply, read } from "./apply";
import { checkPlan } from "./oracle";
import { plan } from "./plan";
import type { AnyValues } from "./schema";
import { toy, toyAttributes, toyBackend } from "./toy.test-support";
import { UNKNOWN } from "./unknown";

const signal = new AbortController().signal;

async function made(config: AnyValues) {
  const context = toyBackend();
  const { planned } = await plan(toy, { config, context, signal });
  const { state } = await apply(toy, { planned, context, signal });
  return {
    context,
    state: state as AnyValues,
    replan: (next: AnyValues) => plan(toy, { prior: state, config: next, context, signal }),
  };
}

const config: AnyValues = {
  name: "a",
  note: "one  two",
  tags: ["y", "x"],
  parts: [
    { name: "p", text: "1" },
    { name: "q", text: "2" },
  ],
};

describe("a create", () => {
  it("plans the config and its defaults, and leaves to the backend what it gives", async () => {
    const { planned, changes, replace } = await plan(toy, { config, context: toyBackend(), signal });
    expect(planned).toEqual({
      ...config,
      id: UNKNOWN,
      kind: "plain",
      parts: [
        { name: "p", text: "1", uid: UNKNOWN },
        { name: "q", text: "2", uid: UNKNOWN },
      ],
    });
    expect(replace).toEqual([]);
    expect(changes.map((change) => change.path.join("/"))).toContain("name");
  });

  it("keeps the user's spelling in the state, whatever the backend made of it", async () => {
    const { state } = await made(config);
    expect(state.note).toBe("one  two");
    expect(state.tags).toEqual(["y", "x"]);
    expect(state.id).toBe("id-a");
    expect(state.parts).toEqual([
      { name: "p", text: "1", uid: "part-p" },
      { name: "q", text: "2", uid: "part-q" },
    ]);
  });
});

describe("a plan of the same config", () => {
  it("is empty, and is the state before to the letter", async () => {
    const { state, replan } = await made(config);
    const next = await replan(config);
    expect(next.changes).toEqual([]);
    expect(next.planned).toBe(state);
  });

  it("is empty after a read of what the backend spells otherwise", async () => {
    const { state, context } = await made(config);
    const live = await read(toy, state, { context, signal });
    expect(live).toEqual(state);
  });

  it("is empty where only the order of a set or the formatting of a text differs", async () => {
    const { replan } = await made(config);
    expect((await replan({ ...config, tags: ["x", "y"], note: "one two" })).changes).toEqual([]);
  });

  it("is empty where the config writes a default out", async () => {
    const { replan } = await made(config);
    expect((await replan({ ...config, kind: "plain" })).changes).toEqual([]);
  });
});

describe("a changed config", () => {
  it("plans one change for an element put first, and keeps the others' computed values", async () => {
    const { state, replan } = await made(config);
    const next = { ...config, parts: [{ name: "new" }, ...(config.parts as AnyValues[])] };
    const { changes, planned } = await replan(next);
    expect(changes).toEqual([
      { path: ["parts", "new"], kind: "add", after: { name: "new", uid: UNKNOWN }, sensitive: false },
    ]);
    expect((planned.parts as AnyValues[]).map((part) => part.uid)).toEqual([UNKNOWN, "part-p", "part-q"]);
    expect(checkPlan(toyAttributes, { prior: state, config: next, planned })).toEqual([]);
  });

  it("plans one move for two elements that change places", async () => {
    const { replan } = await made(config);
    const { changes } = await replan({ ...config, parts: [...(config.parts as AnyValues[])].reverse() });
    expect(changes.map(({ path, kind }) => [path.join("/"), kind])).toEqual([["parts/p", "move"]]);
  });

  it("takes the config's spelling for a moved element, as Terraform demands", async () => {
    const { state, replan } = await made(config);
    const next = {
      ...config,
      parts: [
        { name: "q", text: " 2" },
        { name: "p", text: "1 " },
      ],
    };
    const { planned } = await replan(next);
    expect(checkPlan(toyAttributes, { prior: state, config: next, planned })).toEqual([]);
  });

  it("replaces where an attribute says so, and plans that as a create", async () => {
    const { replan } = await made(config);
    const { replace, planned } = await replan({ ...config, zone: "b" });
    expect(replace).toEqual([["zone"]]);
    expect(planned.id).toBe(UNKNOWN);
  });

  it("plans an unknown value as a change, and refuses nothing for it", async () => {
    const { replan } = await made(config);
    const { changes, diagnostics } = await replan({ ...config, note: UNKNOWN });
    expect(changes).toEqual([{ path: ["note"], kind: "change", before: "one  two", after: UNKNOWN, sensitive: false }]);
    expect(diagnostics).toEqual([]);
  });

  it("plans a set of which an element is unknown", async () => {
    const { replan } = await made({ ...config, tags: ["a", "b"] });
    const { planned, diagnostics } = await replan({ ...config, tags: [UNKNOWN, "b"] });
    expect(diagnostics).toEqual([]);
    expect(planned.tags).toEqual([UNKNOWN, "b"]);
  });

  it("plans a removed optional value as absent", async () => {
    const { replan } = await made(config);
    const { note: _, ...rest } = config;
    expect((await replan(rest)).changes).toEqual([
      { path: ["note"], kind: "remove", before: "one  two", sensitive: false },
    ]);
  });
});

describe("what goes wrong", () => {
  it("in refine is told as a diagnostic, and plans nothing", async () => {
    const broken = { ...toy, refine: () => Promise.reject(new Error("no network")) };
    const { diagnostics, changes } = await plan(broken, { config, context: toyBackend(), signal });
    expect(diagnostics).toEqual([
      { severity: "error", code: "Unexpected", summary: "Unexpected error", detail: "no network" },
    ]);
    expect(changes).toEqual([]);
  });

  it("in an update leaves the state before, and says why", async () => {
    const { state, context, replan } = await made(config);
    const { planned } = await replan({ ...config, note: "other" });
    context.fail = "update";
    const applied = await apply(toy, { prior: state, planned, context, signal });
    expect(applied.state).toBe(state);
    expect(applied.diagnostics[0]?.detail).toBe("refused");
  });
});
