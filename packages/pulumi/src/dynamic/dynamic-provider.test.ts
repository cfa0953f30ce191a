import type { dynamic } from "@pulumi/pulumi";
import { PartialFailure } from "../runtime/told";
import type { Properties } from "../runtime/wire";
import { UNKNOWN_TEXT } from "../runtime/wire-marks";
import { type Warehouse, warehouse } from "../testing/shelf";
import { Backend } from "./backend";
import { dynamicProvider } from "./dynamic-provider";

const CODE = "the code";
const box = (more: Properties = {}) => ({ name: "books", ...more });
const news = (more: Properties = {}): Properties => ({ name: "tall", __provider: CODE, ...more });

function opened() {
  const store: Warehouse = { shelves: new Map(), asked: [] };
  const backend = new Backend({ provider: warehouse, settings: { host: "host" } }, new Map([["{}", store]]));
  const warn = jest.fn(async () => undefined);
  const provider = dynamicProvider({ resource: warehouse.resources[0]!, id: ["room", "name"] }, backend, warn);
  return { store, warn, provider: provider as Required<dynamic.ResourceProvider> };
}

/** Check, then create: what Pulumi does for a new resource. */
async function made(it: ReturnType<typeof opened>, properties: Properties) {
  const { inputs } = await it.provider.check({}, properties);
  const { id, outs } = await it.provider.create({ ...inputs, __provider: CODE });
  return { id, inputs, outs: { ...outs, __provider: CODE } as Properties };
}

describe("check", () => {
  test("fills in defaults and leaves out what only the backend gives", async () => {
    const { inputs, failures } = await opened().provider.check({}, news({ boxes: [box()] }));
    expect({ inputs, failures }).toEqual({
      inputs: news({ room: "hall", boxes: [{ name: "books" }] }),
      failures: [],
    });
  });

  test("keeps the spelling there was where both mean the same, also of an element that moved", async () => {
    const olds = news({ boxes: [box({ label: "Novels" }), { name: "tools", label: "Iron" }] });
    const { inputs } = await opened().provider.check(
      olds,
      news({ boxes: [{ name: "tools", label: "steel" }, box({ label: "NOVELS" })] }),
    );
    expect(inputs?.boxes).toEqual([{ name: "tools", label: "steel" }, box({ label: "Novels" })]);
  });

  test("leaves values alone that are not known yet", async () => {
    const given = news({ boxes: [box({ label: UNKNOWN_TEXT }), UNKNOWN_TEXT] });
    const { inputs, failures } = await opened().provider.check({}, given);
    expect(failures).toEqual([]);
    expect(inputs?.boxes).toEqual([box({ label: UNKNOWN_TEXT }), UNKNOWN_TEXT]);
  });

  test("tells of rules that need the backend before anything is made, at the property", async () => {
    const { provider, store } = opened();
    const { failures } = await provider.check({}, news({ boxes: [box(), { name: "piano" }] }));
    expect(failures).toEqual([{ property: "", reason: "boxes[1].name: Too heavy. A piano does not fit. [TooHeavy]" }]);
    expect(store.shelves.size).toBe(0);
  });

  test("asks the backend nothing for a resource that exists: diff does, with its state", async () => {
    const { provider, store } = opened();
    await provider.check(news(), news({ boxes: [box()] }));
    expect(store.asked).toEqual([]);
  });

  test.each([
    [
      "a name that does not exist",
      { boxes: [{ name: "a", lable: "x" }] },
      'boxes[0].lable: There is no property "lable"',
    ],
    ["a name in another spelling", { Room: "x" }, "Did you mean room?"],
    ["a missing value", { boxes: [{}] }, "boxes[0].name: The property is missing"],
    ["a wrong type", { room: 7 }, "room: The property has the wrong type. It must be a string."],
    ["a computed value", { uid: "x" }, "uid: The property cannot be set"],
  ])("tells of %s", async (_, wrong, told) => {
    const { failures } = await opened().provider.check({}, news(wrong));
    expect(failures?.map(({ reason }) => reason).join()).toContain(told);
  });

  test("warns at the resource", async () => {
    const { provider, warn } = opened();
    await provider.check({}, news({ boxes: [{ name: "glass" }], __urn: "urn:it" }));
    expect(warn.mock.calls).toEqual([["boxes[0]: Frail. Take care. [Frail]", "urn:it"]]);
  });
});

describe("create", () => {
  test("names the resource by what never changes, and gives the backend's id as uid", async () => {
    const it = opened();
    const { id, outs } = await made(it, news({ boxes: [box()] }));
    expect(id).toBe("hall/tall");
    expect(outs).toMatchObject({ uid: "shelf-1", boxes: [{ name: "books", size: "small", serial: "no-books" }] });
  });

  test("does what check planned, without asking again", async () => {
    const it = opened();
    await made(it, news({ boxes: [box()] }));
    expect(it.store.asked).toEqual(["refine", "create"]);
  });

  test("keeps what was made when it fails half-way, with the code that can read it", async () => {
    const it = opened();
    it.store.breakAfter = "create";
    const failure = await made(it, news()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PartialFailure);
    expect(failure).toMatchObject({
      id: "hall/tall",
      properties: { uid: "shelf-1", name: "tall", __provider: CODE },
      reasons: [expect.stringContaining("the lamp went out")],
    });
  });
});

describe("diff", () => {
  test("sees no change in formatting and in the order of keys", async () => {
    const it = opened();
    const { id, outs } = await made(it, news({ boxes: [box({ label: "Novels" })] }));
    const same = news({ boxes: [{ label: "NOVELS", name: "books" }] });
    expect(await it.provider.diff(id, outs, same)).toEqual({ changes: false });
  });

  test("says which property replaces the resource", async () => {
    const it = opened();
    const { id, outs } = await made(it, news());
    expect(await it.provider.diff(id, outs, news({ room: "attic" }))).toEqual({
      changes: true,
      replaces: ["room"],
      deleteBeforeReplace: false,
    });
  });

  test("has the old one deleted first where the new one would take its place", async () => {
    const it = opened();
    const { id, outs } = await made(it, news());
    expect(await it.provider.diff(id, outs, news({ wood: "oak" }))).toEqual({
      changes: true,
      replaces: ["wood"],
      deleteBeforeReplace: true,
    });
  });

  test("fails with the property where the backend refuses", async () => {
    const it = opened();
    const { id, outs } = await made(it, news());
    await expect(it.provider.diff(id, outs, news({ boxes: [{ name: "piano" }] }))).rejects.toThrow(
      "boxes[0].name: Too heavy. A piano does not fit. [TooHeavy]",
    );
  });

  test("refuses a state that another package wrote", async () => {
    const olds = { uid: "shelf-1", name: "tall", room: "hall" };
    await expect(opened().provider.diff("1", olds, news())).rejects.toThrow(
      "The state was not written by this package. An alias brought the state of another package's resource. Take the alias out",
    );
  });

  test("updates a state of the native mode, which has no code to read it by", async () => {
    const it = opened();
    const { id, outs } = await made(it, news());
    expect(await it.provider.diff(id, { ...outs, __provider: undefined }, news())).toEqual({ changes: true });
  });

  test("reads a state of an earlier shape", async () => {
    const olds = { uid: "shelf-1", title: "tall", room: "hall", __provider: CODE, __kit: { version: 0, given: [] } };
    const diff = await opened().provider.diff("hall/tall", olds, news());
    expect(diff.changes).toBe(false);
  });
});

describe("a refresh", () => {
  const urn = "urn:pulumi:dev::shop::palette:Shelf::it";
  const asked = async (between: (it: ReturnType<typeof opened>) => Promise<unknown> = async () => undefined) => {
    const it = opened();
    const { id, outs } = await made(it, news({ __urn: urn }));
    const { props } = await it.provider.read(id, outs);
    await between(it);
    return it.provider.diff(id, { ...props, __provider: CODE }, news({ __urn: urn, boxes: [{ name: "piano" }] }));
  };

  test("is not stopped by what a plan refuses: Pulumi compares the inputs", async () => {
    expect(await asked()).toEqual({});
  });

  test("does not hide what the plan of a program that comes after it refuses", async () => {
    await expect(asked((it) => it.provider.check(news({ __urn: urn }), news({ __urn: urn })))).rejects.toThrow(
      "Too heavy",
    );
  });
});

describe("update", () => {
  test("keeps the Pulumi id, and what is there when it fails half-way", async () => {
    const it = opened();
    const { id, outs } = await made(it, news());
    it.store.breakAfter = "update";
    const failure = await it.provider.update(id, outs, news({ boxes: [box()] })).catch((error: unknown) => error);
    expect(failure).toMatchObject({ id, properties: { room: "cellar", __provider: CODE } });
  });

  test("returns nothing that is undefined, which Pulumi could not send", async () => {
    const it = opened();
    const { id, outs } = await made(it, news({ boxes: [box()] }));
    const { outs: updated } = await it.provider.update(id, outs, news({ boxes: [box({ label: undefined })] }));
    expect(JSON.parse(JSON.stringify(updated))).toStrictEqual(updated);
  });
});

describe("read", () => {
  test("gives back the very inputs of the program where nothing drifted", async () => {
    const it = opened();
    const { id, inputs, outs } = await made(it, news({ boxes: [box(), { name: "tools", size: "large" }] }));
    const live = await it.provider.read(id, outs);
    expect(live.inputs).toEqual(inputs);
    expect({ ...live.props, __provider: CODE }).toEqual(outs);
  });

  test("shows drift in the inputs, without what only the backend gave", async () => {
    const it = opened();
    const { id, outs } = await made(it, news({ boxes: [box({ label: "Novels" })] }));
    it.store.shelves.set("shelf-1", {
      ...it.store.shelves.get("shelf-1"),
      boxes: [
        { name: "new", size: "small", serial: "x" },
        { name: "books", label: "Poems", size: "small", serial: "y" },
      ],
    });
    const { inputs } = await it.provider.read(id, outs);
    expect(inputs).toEqual(news({ room: "hall", boxes: [{ name: "new" }, { name: "books", label: "Poems" }] }));
  });

  test("gives an empty id where the resource is gone", async () => {
    const it = opened();
    const { id, outs } = await made(it, news());
    it.store.shelves.clear();
    expect((await it.provider.read(id, outs)).id).toBe("");
  });

  test("finds by its import id what the program only gets", async () => {
    const it = opened();
    await made(it, news());
    const { id, props } = await it.provider.read("shelf-1", { __provider: CODE });
    expect({ id, name: props?.name }).toEqual({ id: "hall/tall", name: "tall" });
  });
});

test("delete of what is gone already is fine", async () => {
  const it = opened();
  const { id, outs } = await made(it, news());
  it.store.shelves.clear();
  await expect(it.provider.delete(id, outs)).resolves.toBeUndefined();
});

test("configure has ended before anything else can start", () => {
  const { provider } = opened();
  const get = jest.fn(() => undefined);
  void provider.configure({ config: { get, require: () => "" } });
  void provider.read("id", { __provider: CODE });
  expect(get).toHaveBeenCalledWith("palette:host");
});

test("a write-only value reaches the backend at create and update, and stands in no output", async () => {
  const it = opened();
  const { id, outs } = await made(it, news({ code: "canary-1", boxes: [box()] }));
  expect(it.store.code).toBe("canary-1");
  const next = news({ code: "canary-2", boxes: [box(), { name: "tools" }] });
  const { outs: after } = await it.provider.update(id, outs, next);
  expect(it.store.code).toBe("canary-2");
  expect(JSON.stringify([outs, after])).not.toContain("canary");
});
