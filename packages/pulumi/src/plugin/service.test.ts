import { GetSchemaRequest, InvokeRequest, ParameterizeRequest } from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Properties } from "../runtime/wire";
import { type Failure, PluginClient, secret, shelfPlugin } from "../testing/plugin-client";
import type { Warehouse } from "../testing/shelf";
import { propertiesOf, structOf } from "./values/struct";
import { VERSION } from "./version";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const UNKNOWN_LIST = "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2";
const box = (more: Properties = {}) => ({ name: "books", ...more });
const news = (more: Properties = {}): Properties => ({ name: "tall", ...more });

let store: Warehouse;
let client: PluginClient;
beforeEach(async () => {
  store = { shelves: new Map(), asked: [] };
  client = await PluginClient.open(shelfPlugin(store), { grace: 50 });
  await client.configure();
});
afterEach(() => client.close());

const failed = async (call: Promise<unknown>): Promise<Failure> =>
  call.then(
    () => {
      throw new Error("the call went well");
    },
    (error: Failure) => error,
  );

describe("the package", () => {
  test("has the version of package.json", async () => {
    const info = await client.call<{ getVersion(): string }>("getPluginInfo", new Empty());
    expect(info.getVersion()).toBe(VERSION);
    expect((require("../../package.json") as { version: string }).version).toBe(VERSION);
  });

  test("answers its schema, and takes no parameters", async () => {
    const schema = await client.call<{ getSchema(): string }>("getSchema", new GetSchemaRequest());
    expect(JSON.parse(schema.getSchema())).toEqual({ name: "warehouse" });
    const { code, message } = await failed(client.call("parameterize", new ParameterizeRequest()));
    expect({ code, message }).toEqual({ code: 12, message: expect.stringContaining("takes no parameters") });
  });

  test("calls functions, and tells which argument is wrong", async () => {
    const invoke = (token: string) => {
      const request = new InvokeRequest();
      request.setTok(token);
      request.setArgs(structOf({ a: secret("x"), b: [1] }));
      return client.call<import("@pulumi/pulumi/proto/provider_pb").InvokeResponse>("invoke", request);
    };
    expect(propertiesOf((await invoke("warehouse:index:echo")).getReturn())).toEqual({ a: "x", b: secret([1]) });
    const [failure] = (await invoke("warehouse:index:other")).getFailuresList();
    expect([failure?.getProperty(), failure?.getReason()]).toEqual(["what", "no such function"]);
  });

  test("says which resources there are where there is none of a type", async () => {
    client.urn = "urn:pulumi:dev::shop::warehouse:index:Wardrobe::tall";
    expect((await failed(client.check(news()))).message).toContain(
      'There is no resource "warehouse:index:Wardrobe". This release of the package warehouse has Shelf.',
    );
  });

  test("finds a resource's type in the URN of a component's child", async () => {
    client.urn = "urn:pulumi:dev::shop::my:Room$warehouse:index:Shelf::tall";
    expect((await client.check(news())).failures).toEqual([]);
  });
});

describe("check", () => {
  test("fills in defaults, and tells what a plan refuses of a new resource, at the property", async () => {
    const { inputs, failures } = await client.check(news({ boxes: [box(), { name: "piano" }] }));
    expect(inputs).toEqual({ name: "tall", room: "hall", boxes: [box(), { name: "piano" }] });
    expect(failures).toEqual(["boxes[1].name: Too heavy. A piano does not fit. [TooHeavy]"]);
    expect(store.shelves.size).toBe(0);
  });

  test("keeps the spelling there was where both mean the same", async () => {
    const olds = news({ boxes: [box({ label: "Novels" })] });
    const { inputs } = await client.check(news({ boxes: [{ name: "new" }, box({ label: "NOVELS" })] }), olds);
    expect(inputs.boxes).toEqual([{ name: "new" }, box({ label: "Novels" })]);
  });

  test.each([
    ["a name that does not exist", { boxes: [{ name: "a", lable: "x" }] }, "boxes[0].lable: There is no property"],
    ["a missing value", { boxes: [{}] }, "boxes[0].name: The property is missing"],
    ["a wrong type, also of a secret", { room: secret(7) }, "room: The property has the wrong type"],
    ["a computed value", { uid: "x" }, "uid: The property cannot be set"],
  ])("tells of %s", async (_, wrong, told) => {
    expect((await client.check(news(wrong))).failures.join()).toContain(told);
  });

  test.each([
    ["an asset", "c44067f5952c0a294b673a41bacd8c17"],
    ["an archive", "0def7320c3a5731c473e5ecbe6d01bc7"],
    ["a resource", "5cf8f73096256a8f31e491e813e4eb8e"],
  ])("refuses %s with what to give in its place", async (what, signature) => {
    const wrong = news({ boxes: [box({ label: { "4dabf18193072939515e22adb298388d": signature } })] });
    const { message } = await failed(client.check(wrong));
    expect(message).toContain(`boxes[0].label: The property is ${what}`);
    expect(message).toContain("plain values alone");
  });

  test("leaves alone what is not known yet, of every type", async () => {
    const given = news({ room: UNKNOWN, boxes: UNKNOWN_LIST });
    const { inputs, failures } = await client.check(given);
    expect(failures).toEqual([]);
    expect(inputs).toEqual({ name: "tall", room: UNKNOWN, boxes: UNKNOWN });
  });

  test("warns at the resource, and once though a replacement is planned twice", async () => {
    const { inputs, outs } = await client.made(news({ boxes: [{ name: "glass" }] }));
    const moved = { ...inputs, room: "attic" };
    await client.diff({ olds: outs, oldInputs: inputs, news: moved });
    await client.check(moved);
    expect(client.warnings).toEqual([{ urn: client.urn, message: "boxes[0]: Frail. Take care. [Frail]" }]);
  });
});

describe("secrets", () => {
  test("are handed to the resource in the clear, and stay secret in inputs and outputs at their place alone", async () => {
    const given = news({ wood: secret("cherry"), boxes: [box(), { name: secret("tools"), label: "plain" }] });
    const { inputs, outs } = await client.made(given);
    expect(inputs).toMatchObject({ wood: secret("cherry"), boxes: [box(), { name: secret("tools"), label: "plain" }] });
    expect(store.shelves.get("shelf-1")).toMatchObject({ wood: "cherry", boxes: [box(), { name: "tools" }] });
    expect(outs).toMatchObject({ name: "tall", wood: secret("cherry"), boxes: [box(), { name: secret("tools") }] });
  });

  test("what the schema calls sensitive or write-only is one, given as such or not, and only that", async () => {
    const { inputs, outs } = await client.made(news({ code: "1234567", boxes: [box({ secret: "gold" })] }));
    expect(inputs).toMatchObject({ code: secret("1234567"), boxes: [box({ secret: secret("gold") })] });
    expect(outs.boxes).toEqual([box({ secret: secret("gold"), size: "small", serial: "no-books" })]);
    expect(outs).not.toHaveProperty("code");
    expect(store.code).toBe("1234567");
  });

  test("an element that moves takes its secret along, and no other gets it", async () => {
    const { inputs, outs } = await client.made(news({ boxes: [box(), { name: "tools", label: secret("heavy") }] }));
    const first = {
      ...inputs,
      boxes: [{ name: "tools", label: secret("heavy") }, { name: "lamp", label: "light" }, box()],
    };
    const updated = await client.update(outs, first);
    expect((updated.boxes as Properties[]).map(({ label }) => label)).toEqual([secret("heavy"), "light", undefined]);
    const { outs: live, inputs: liveInputs } = await client.read("id", { outs: updated, inputs: first });
    for (const boxes of [live.boxes, liveInputs.boxes]) {
      expect((boxes as Properties[]).map(({ label }) => label)).toEqual([secret("heavy"), "light", undefined]);
    }
  });

  test("a whole list may be one, and an unknown may be one", async () => {
    const { inputs } = await client.check(news({ wood: secret(UNKNOWN), boxes: secret([box()]) }));
    expect(inputs).toMatchObject({ wood: secret(UNKNOWN), boxes: secret([box()]) });
  });

  test("what is computed from one is one too", async () => {
    const { outs } = await client.made(news({ boxes: [{ name: secret("treasure") }, box()] }));
    expect(outs.boxes).toMatchObject([{ serial: secret("no-treasure") }, { serial: "no-books" }]);
  });

  test("are not told in an error or a warning", async () => {
    const { failures } = await client.check(news({ boxes: [{ name: secret("piano") }] }));
    expect(failures).toEqual(["boxes[0].name: Too heavy. A [secret] does not fit. [TooHeavy]"]);
  });
});

describe("preview", () => {
  test("of a create knows what the plan knows, and nothing more", async () => {
    const { inputs } = await client.check(news({ boxes: [box()] }));
    const { id, outs } = await client.create(inputs, { preview: true });
    expect(id).toBe("");
    expect(outs).toEqual({
      uid: UNKNOWN,
      name: "tall",
      room: "hall",
      boxes: [box({ size: "small", serial: UNKNOWN })],
    });
    expect(store.asked).toEqual(["refine"]);
  });

  test("of an update keeps what stays known", async () => {
    const { inputs, outs } = await client.made(news({ boxes: [box()] }));
    const changed = { ...inputs, boxes: [box({ label: "novels" })] };
    const { stables } = await client.diff({ olds: outs, oldInputs: inputs, news: changed });
    expect(stables).toEqual(["uid", "name", "room"]);
    const previewed = await client.update(outs, changed, { preview: true });
    expect(previewed).toMatchObject({ uid: "shelf-1", boxes: [{ label: "novels", serial: "no-books" }] });
    expect(store.asked.filter((each) => each === "update")).toEqual([]);
  });

  test("of a change that a plan refuses fails", async () => {
    const { inputs, outs } = await client.made(news({ boxes: [box()] }));
    const wrong = { ...inputs, boxes: [{ name: "piano" }] };
    const told = "boxes[0].name: Too heavy. A piano does not fit. [TooHeavy]";
    expect(await failed(client.diff({ olds: outs, oldInputs: inputs, news: wrong }))).toEqual({
      code: 9,
      message: told,
    });
    expect(await failed(client.update(outs, wrong, { preview: true }))).toEqual({ code: 9, message: told });
  });
});

describe("a resource", () => {
  test("is made with its lineage as id and the shape's version in a hidden output", async () => {
    const { id, outs } = await client.made(news());
    expect(id).toBe("hall/tall");
    expect(outs).toMatchObject({ uid: "shelf-1", __kit: { version: 1 } });
  });

  test("plans once what it shows and does", async () => {
    const { inputs, outs } = await client.made(news({ boxes: [box()] }));
    store.asked = [];
    const changed = { ...inputs, boxes: [box({ label: "x" })] };
    await client.diff({ olds: outs, oldInputs: inputs, news: changed });
    await client.update(outs, changed);
    expect(store.asked).toEqual(["refine", "update"]);
  });

  test("what an earlier release stored is read in today's shape", async () => {
    const { outs } = await client.made(news());
    const { name, __kit, ...rest } = outs;
    const stored = { ...rest, title: name, __kit: { version: 0 } };
    const diff = await client.diff({ olds: stored, oldInputs: news({ room: "hall" }), news: news({ room: "hall" }) });
    expect(diff).toMatchObject({ some: false, shown: {} });
  });

  test("what another package stored is refused, with the way to take a profile over", async () => {
    const { __kit, ...foreign } = (await client.made(news())).outs;
    const failure = await failed(client.diff({ olds: foreign, oldInputs: news(), news: news() }));
    expect(failure.message).toContain("Take the alias out, and take the profile over by adopt: true");
  });

  test.each(["create", "update"] as const)(
    "that was half-way %sd is kept, with what is there and why",
    async (what) => {
      const { inputs } = await client.check(news({ boxes: [box({ secret: "gold" })] }));
      const outs = what === "update" ? (await client.create(inputs)).outs : {};
      store.breakAfter = what;
      const failure = await failed(what === "update" ? client.update(outs, inputs) : client.create(inputs));
      expect(failure.message).toContain("the lamp went out");
      const { init } = failure;
      expect(init?.getId()).toBe(what === "update" ? "id" : "hall/tall");
      expect(init?.getReasonsList()).toEqual([expect.stringContaining("the lamp went out")]);
      expect(propertiesOf(init?.getProperties())).toMatchObject({
        uid: "shelf-1",
        boxes: [{ secret: secret("gold") }],
        __kit: { version: 1 },
      });
      expect(propertiesOf(init?.getInputs())).toEqual(inputs);
    },
  );

  test("that is gone already is deleted without an error", async () => {
    const { outs } = await client.made(news());
    await client.remove(outs);
    await client.remove(outs);
    expect(store.shelves.size).toBe(0);
  });
});

describe("read", () => {
  test("shows drift in the inputs, where the program gave the value", async () => {
    const { inputs, outs } = await client.made(news({ boxes: [box()] }));
    store.shelves.set("shelf-1", { ...store.shelves.get("shelf-1"), wood: "oak", boxes: [box({ size: "huge" })] });
    const read = await client.read("hall/tall", { outs, inputs });
    expect(read.id).toBe("hall/tall");
    expect(read.inputs).toEqual({ name: "tall", room: "hall", wood: "oak", boxes: [box()] });
    expect(read.outs).toMatchObject({ wood: "oak", boxes: [{ size: "huge" }] });
  });

  test("of what is gone answers no id", async () => {
    const { inputs, outs } = await client.made(news());
    store.shelves.clear();
    expect((await client.read("hall/tall", { outs, inputs })).id).toBe("");
  });

  test("finds what is imported by its id, with inputs as short as one would write them, which change nothing", async () => {
    const made = await client.made(news({ boxes: [box()] }));
    const { id, inputs, outs } = await client.read("shelf-1");
    expect(id).toBe("hall/tall");
    expect(inputs).toEqual({ name: "tall", boxes: [box({ size: "small" })] });
    expect(outs).toEqual(made.outs);
    const checked = await client.check(inputs, inputs);
    expect((await client.diff({ olds: outs, oldInputs: inputs, news: checked.inputs })).some).toBe(false);
  });

  test("a refresh shows drift although a plan refuses the inputs there were, and the next plan does not", async () => {
    const { outs } = await client.made(news({ boxes: [box()] }));
    // The rule is newer than the resource.
    const inputs = news({ room: "hall", boxes: [{ name: "piano" }] });
    const read = await client.read("hall/tall", { outs, inputs });
    const refresh = { olds: read.outs, oldInputs: read.inputs, news: inputs };
    expect((await client.diff(refresh)).shown).toEqual({ "boxes[0]": "UPDATE in" });
    expect((await failed(client.diff(refresh))).message).toContain("Too heavy");
  });

  test("that fails says why, and no secret", async () => {
    const { inputs, outs } = await client.made(news());
    store.shelves.set("broken", {});
    expect(await failed(client.read("hall/tall", { outs, inputs }))).toEqual({
      code: 9,
      message: "Dark. No light. [Dark]",
    });
  });
});

describe("configuration", () => {
  test("that is not known yet previews every output as unknown, and asks nothing", async () => {
    await client.configure({ host: UNKNOWN });
    const { inputs } = await client.check(news());
    const { outs } = await client.create(inputs, { preview: true });
    expect(outs).toMatchObject({ name: "tall", uid: UNKNOWN, room: UNKNOWN, boxes: UNKNOWN });
    expect(store.asked).toEqual([]);
  });

  test("comes before work", async () => {
    const other = await PluginClient.open(shelfPlugin(store));
    expect((await other.check(news())).failures.join()).toContain("The provider is not configured");
    await other.close();
  });
});

describe("cancel", () => {
  const waiting = () => {
    let begun = () => {};
    const begins = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const plugin = shelfPlugin(store);
    const [shelf] = plugin.provider.resources;
    const until = (signal: AbortSignal) =>
      new Promise<never>((_, reject) => {
        begun();
        signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      });
    const resource = {
      ...shelf!,
      read: async (_: unknown, { signal }: { signal: AbortSignal }) => until(signal),
      create: async (_: unknown, { signal }: { signal: AbortSignal }) => until(signal),
    };
    return { begins, plugin: { ...plugin, served: { Shelf: { resource, id: ["room", "name"] } } } };
  };

  test("ends what looks at once, and what writes when its grace is over; a later run is not stopped", async () => {
    const { begins, plugin } = waiting();
    const other = await PluginClient.open(plugin, { grace: 20 });
    await other.configure();
    const reading = failed(other.read("hall/tall", { outs: { uid: "shelf-1" }, inputs: {} }));
    const creating = failed(other.create(news({ room: "hall" })));
    await begins;
    await other.cancel();
    expect((await reading).message).toContain("Pulumi was told to stop");
    expect((await creating).message).toContain("Pulumi was told to stop");
    await other.configure();
    expect((await other.check(news())).failures).toEqual([]);
    await other.close();
  });

  test("a call ends when its time is over", async () => {
    const { plugin } = waiting();
    const other = await PluginClient.open(plugin);
    await other.configure();
    expect((await failed(other.create(news({ room: "hall" }), { timeout: 0.02 }))).message).toContain("timeout");
    await other.close();
  });
});
