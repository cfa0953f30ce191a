import { startTinyProvider, type TinyProvider } from "../pulumi-engine/testing/tiny-provider";
import { type Opened, type Result, runners } from "./runner";

jest.setTimeout(120_000);

/** A program of resources of the tiny provider: `thing(name, props, opts)`; others by its own code. */
const program = (code: string) => ({
  files: {
    "index.js": `const pulumi = require("@pulumi/pulumi");
class Thing extends pulumi.CustomResource {
  constructor(name, props, opts) { super("tiny:index:Thing", name, { made: undefined, size: undefined, ...props }, opts); }
}
class Provider extends pulumi.ProviderResource { constructor(name, props) { super("tiny", name, props); } }
class Group extends pulumi.ComponentResource { constructor(name, opts) { super("tiny:index:Group", name, {}, opts); } }
const thing = (name, props, opts) => new Thing(name, props, opts);
${code}`,
  },
});
const briefly = ({ steps }: Result) => steps.map(({ op, name }) => `${op} ${name}`);
const changesOf = ({ steps }: Result, name: string) =>
  steps
    .find((step) => step.name === name)
    ?.diff.map(({ path, kind, replace }) => `${kind} ${path}${replace ? "!" : ""}`);

describe.each(runners)("$name", (runner) => {
  let tiny: TinyProvider;
  let stack: Opened;

  beforeEach(async () => {
    tiny = await startTinyProvider();
    stack = await runner.open({ quick: true, env: tiny.env, config: { "tiny:region": "north" } });
  });
  afterEach(async () => {
    await stack.close();
    tiny.close();
  });

  const write = (code: string) => stack.change(program(code));
  const well = async (running: Promise<Result>) => {
    const result = await running;
    expect(result.errors).toEqual([]);
    expect(result.ok).toBe(true);
    return result;
  };

  test("the preview says what up does: create, nothing, update in place, replace, delete", async () => {
    await write('const a = thing("a", { name: "x" }); exports.made = a.made; exports.size = a.size;');
    const planned = await well(stack.preview());
    expect(briefly(planned)).toEqual(["create a"]);
    const made = await well(stack.up());
    expect({ steps: briefly(made), outputs: made.outputs }).toEqual({
      steps: ["create a"],
      outputs: { made: "thing-1", size: 1 },
    });
    await well(stack.preview({ expectNoChanges: true }));
    await write('thing("a", { name: "x", size: 3, text: "t" });');
    const failed = await stack.preview({ expectNoChanges: true });
    expect([failed.ok, failed.errors.join()]).toEqual([false, expect.stringMatching(/no changes were expected/i)]);
    expect(changesOf(failed, "a")).toEqual(["update size", "add text"]);
    expect(briefly(await well(stack.up()))).toEqual(["update a"]);
    await write('thing("a", { name: "y", size: 3, text: "t" });');
    const replacing = await well(stack.preview());
    expect(replacing.steps).toEqual([
      {
        op: "replace",
        name: "a",
        type: "tiny:index:Thing",
        diff: [{ path: "name", kind: "update", replace: true }],
        replaces: ["name"],
      },
    ]);
    tiny.calls.length = 0;
    await well(stack.up());
    expect(tiny.calls).toEqual(["create thing-2", "delete thing-1"]);
    await write('thing("a", { name: "z", size: 3, text: "t" }, { deleteBeforeReplace: true });');
    await well(stack.up());
    expect(tiny.calls.slice(2)).toEqual(["delete thing-2", "create thing-3"]);
    await write("");
    expect(briefly(await well(stack.up()))).toEqual(["delete a"]);
    expect([...tiny.things]).toEqual([]);
  });

  test("a failed check fails the preview, and names the resource and the property", async () => {
    await write('thing("a", { name: "x", size: -1 });');
    const { ok, errors } = await stack.preview();
    expect(ok).toBe(false);
    expect(errors.join()).toMatch(/'?a'?.*size.*must not be negative/s);
    expect(tiny.calls).toEqual([]);
  });

  test("what drifted is shown as it drifted, what is gone is made again, and a preview of that changes nothing", async () => {
    await write('thing("a", { name: "x" });');
    await well(stack.up());
    tiny.things.set("thing-1", { ...tiny.things.get("thing-1"), size: 9, text: "new" });
    for (const how of [{ preview: true }, {}]) {
      const found = await well(stack.refresh(how));
      expect(briefly(found)).toEqual(["refresh a"]);
      expect(changesOf(found, "a")?.sort()).toEqual(["add text", "update size"]);
    }
    expect(briefly(await well(stack.refresh()))).toEqual([]);
    expect(changesOf(await well(stack.preview()), "a")?.sort()).toEqual(["delete text", "update size"]);
    tiny.things.clear();
    expect(briefly(await well(stack.up({ refresh: true })))).toEqual(["gone a", "create a"]);
  });

  test("options: ignoreChanges, replaceOnChanges, protect, retainOnDelete, deletedWith", async () => {
    const others = (size: number) => `thing("ignores", { name: "x", size: ${size} }, { ignoreChanges: ["size"] });
thing("replaces", { name: "x", size: ${size} }, { replaceOnChanges: ["size"] });
const owner = thing("owner", { name: "x" });
thing("retained", { name: "x" }, { retainOnDelete: true });
thing("with", { name: "x" }, { deletedWith: owner });`;
    const locked = (protect: boolean) => `\nthing("locked", { name: "x" }, { protect: ${protect} });`;
    await write(others(1) + locked(true));
    await well(stack.up());
    await write(others(2) + locked(true));
    const planned = await well(stack.preview());
    expect(briefly(planned).filter((step) => !step.startsWith("same"))).toEqual(["replace replaces"]);
    expect(changesOf(planned, "replaces")).toEqual(["update size!"]);
    await write(others(1));
    const refused = await stack.up();
    expect([refused.ok, refused.errors.join()]).toEqual([false, expect.stringMatching(/protect/)]);
    await write(others(1) + locked(false));
    await well(stack.up());
    expect(tiny.things.size).toBe(6);
    tiny.calls.length = 0;
    await well(stack.destroy());
    // The one that is retained, and the one that goes with another.
    expect(tiny.things.size).toBe(2);
    expect(tiny.calls).toHaveLength(4);
  });

  test("a resource that is renamed, moved into a component, or whose component is renamed is found by its alias", async () => {
    await write('thing("a", { name: "x" }); const g = new Group("g"); thing("g-b", { name: "x" }, { parent: g });');
    await well(stack.up());
    await write(`const g = new Group("h", { aliases: [{ name: "g" }] }); thing("h-b", { name: "x" }, { parent: g });
thing("c", { name: "x" }, { parent: g, aliases: [{ name: "a", parent: pulumi.rootStackResource }] });`);
    expect(briefly(await well(stack.up())).sort()).toEqual(["same c", "same h", "same h-b"]);
    expect([...tiny.things.keys()].sort()).toEqual(["thing-1", "thing-2"]);
  });

  test("what exists is imported by an option and by a command, and an import of nothing fails", async () => {
    tiny.things.set("old", { name: "x", size: 5, made: "old" });
    tiny.things.set("other", { name: "y", size: 6, made: "other" });
    await write('exports.made = thing("a", { name: "x", size: 5 }, { import: "old" }).made;');
    expect(briefly(await well(stack.preview()))).toEqual(["import a"]);
    const imported = await well(stack.up());
    expect([briefly(imported), imported.outputs]).toEqual([["import a"], { made: "old" }]);
    expect(briefly(await well(stack.import({ type: "tiny:index:Thing", name: "b", id: "other" })))).toContain(
      "import b",
    );
    await write(
      'thing("a", { name: "x", size: 5 }, { import: "old" }); thing("b", { name: "y", size: 6 }, { protect: true });',
    );
    expect(briefly(await well(stack.preview({ expectNoChanges: true }))).sort()).toEqual(["same a", "same b"]);
    await write(`thing("a", { name: "x", size: 5 }, { import: "old" }); thing("b", { name: "y", size: 6 }, { protect: true });
exports.size = thing("c", {}, { id: "other" }).size;`);
    const read = await well(stack.up());
    expect([briefly(read), read.outputs]).toEqual([expect.arrayContaining(["read c"]), { size: 6 }]);
    const failed = await stack.import({ type: "tiny:index:Thing", name: "d", id: "nowhere" });
    expect([failed.ok, failed.errors.join()]).toEqual([false, expect.stringMatching(/nowhere/)]);
    expect(tiny.calls).toEqual([]);
  });

  test("explicit providers have settings of their own, and another region replaces what they made", async () => {
    const own = (
      region: string,
    ) => `const p = new Provider("p", { region: "${region}", token: pulumi.secret("canary") });
const a = thing("a", { name: "x" }, { provider: p }); thing("b", { name: "x" });
const g = new Group("g", { providers: { tiny: p } }); thing("c", { name: "x" }, { parent: g });
const later = new Provider("later", { region: a.made }); thing("d", { name: "x" }, { provider: later });`;
    await write(own("south"));
    const all = ["create a", "create b", "create c", "create d", "create g", "create later", "create p"];
    expect(briefly(await well(stack.preview())).sort()).toEqual(all);
    const up = await well(stack.up());
    expect(new Set(tiny.settings.map(({ region }) => region))).toEqual(
      new Set(["north", "south", expect.stringMatching(/^thing-/)]),
    );
    expect(up.told + (await stack.state())).not.toContain("canary");
    await well(stack.preview({ expectNoChanges: true }));
    await write(own("west"));
    const replaced = ["replace a", "replace c", "replace p", "same b", "same g"];
    expect(briefly(await well(stack.up()))).toEqual(expect.arrayContaining(replaced));
    expect(tiny.things.size).toBe(4);
  });

  test("secrets stay secrets through a provider that keeps them, and functions are called with theirs", async () => {
    await write(`const a = thing("a", { name: "x", text: pulumi.secret("canary") });
exports.text = a.text;
const call = (args) => pulumi.runtime.invokeOutput("tiny:index:getThing", args);
exports.name = call({ id: a.made }).name;
exports.hidden = call({ id: a.made, hide: true }).apply((it) => it.name);`);
    await well(stack.preview());
    const up = await well(stack.up());
    expect(up.told + (await stack.state())).not.toContain("canary");
    expect(up.outputs).toMatchObject({ hidden: "x" });
    expect(tiny.things.get("thing-1")?.text).toMatchObject({ value: "canary" });
    await write(`exports.name = pulumi.runtime.invoke("tiny:index:getThing", { id: "nowhere" })
  .catch(({ message }) => pulumi.log.error(message));`);
    expect((await stack.preview()).errors.join()).toContain("there is no nowhere");
  });
});
