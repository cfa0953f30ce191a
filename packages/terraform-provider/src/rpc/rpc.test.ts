import { Encoder, ExtData, ExtensionCodec } from "@msgpack/msgpack";
import { UNKNOWN } from "@palette-profiles/resource-kit";
import { received, sent } from "../testing/client";
import { type ServedToy, serveToy } from "../testing/serve-toy";
import { thingConfig as config } from "../testing/thing-config";

const typeName = "toy_thing";
/** Writes extensions as they are given. */
const refined = new ExtensionCodec();
let toy: ServedToy;
beforeEach(async () => {
  toy = await serveToy();
});
afterEach(() => toy.close());

async function plan(values: object | null, prior: object | null = null, priorPrivate = "") {
  const proposed = values === null ? null : config(values);
  return toy.client.call("PlanResourceChange", {
    typeName,
    priorState: sent(prior as never),
    proposedNewState: sent(proposed),
    config: sent(proposed),
    priorPrivate: Buffer.from(priorPrivate),
  });
}

async function applyPlan(values: object | null, prior: object | null = null) {
  const planned = await plan(values, prior);
  return toy.client.call("ApplyResourceChange", {
    typeName,
    priorState: sent(prior as never),
    plannedState: planned.plannedState!,
    config: sent(values === null ? null : config(values)),
    plannedPrivate: Buffer.from("kept"),
  });
}

async function create(values: object) {
  return received((await applyPlan(values)).newState)!;
}

describe("what is served", () => {
  test("metadata and schema name the same types and capabilities", async () => {
    const metadata = await toy.client.call("GetMetadata", {});
    const schema = await toy.client.call("GetProviderSchema", {});
    expect(metadata.resources).toEqual([{ typeName }]);
    expect([...schema.resourceSchemas.keys()]).toEqual([typeName]);
    expect(metadata.dataSources).toEqual([{ typeName: "toy_search" }]);
    expect([...schema.dataSourceSchemas.keys()]).toEqual(["toy_search"]);
    expect(schema.serverCapabilities).toEqual(metadata.serverCapabilities);
    expect(schema.serverCapabilities).toEqual({
      planDestroy: true,
      getProviderSchemaOptional: true,
      moveResourceState: true,
      generateResourceConfig: true,
    });
    const { functions } = await toy.client.call("GetFunctions", {});
    expect(functions).toEqual(schema.functions);
    expect(metadata.functions.map(({ name }) => name)).toEqual([...functions.keys()]);
    expect([metadata.ephemeralResources, metadata.listResources]).toEqual([
      [{ typeName: "toy_ticket" }],
      [{ typeName: "toy_thing" }],
    ]);
    expect([...schema.ephemeralResourceSchemas.keys()]).toEqual(["toy_ticket"]);
    expect([...schema.listResourceSchemas.keys()]).toEqual(["toy_thing"]);
  });

  test("a type that is not there is a diagnostic", async () => {
    const { diagnostics } = await toy.client.call("ReadResource", { typeName: "toy_other", currentState: sent(null) });
    expect(diagnostics).toMatchObject([{ severity: 1, summary: 'There is no resource "toy_other"' }]);
  });
});

describe("validation", () => {
  test("tells errors and warnings at the attribute, in Terraform's names", async () => {
    const asked = (values: object) =>
      toy.client.call("ValidateResourceConfig", { typeName, config: sent(config(values)) });
    expect((await asked({ name: "a", mode: "forbidden" })).diagnostics).toMatchObject([
      { severity: 1, attribute: { steps: [{ attributeName: "mode" }] } },
    ]);
    expect((await asked({ name: "a", part: [{ name: "bad", uid: null, screw: [] }] })).diagnostics).toMatchObject([
      {
        severity: 2,
        attribute: { steps: [{ attributeName: "part" }, { elementKeyInt: 0 }, { attributeName: "name" }] },
      },
    ]);
  });

  test("accepts unknown values everywhere", async () => {
    const unknown = Object.fromEntries(Object.keys(config({})).map((name) => [name, UNKNOWN]));
    const clientCapabilities = { writeOnlyAttributesAllowed: true };
    const asked = { typeName, config: sent(unknown), clientCapabilities };
    expect(await toy.client.call("ValidateResourceConfig", asked)).toEqual({ diagnostics: [] });
    expect(await toy.client.call("ValidateProviderConfig", { config: sent({ place: UNKNOWN }) })).toEqual({
      diagnostics: [],
    });
    const search = { typeName: "toy_search", config: sent({ name: UNKNOWN, ids: null }) };
    expect(await toy.client.call("ValidateDataResourceConfig", search)).toEqual({ diagnostics: [] });
  });

  test("a null inside a list is an error at the list, also where it is known only in the plan", async () => {
    const at = [{ severity: 1, attribute: { steps: [{ attributeName: "notes" }] } }];
    const values = { name: "a", notes: ["x", null] };
    const asked = await toy.client.call("ValidateResourceConfig", { typeName, config: sent(config(values)) });
    expect(asked.diagnostics).toMatchObject(at);
    expect((await plan(values)).diagnostics).toMatchObject(at);
  });
});

describe("planning", () => {
  test("a create holds the config, defaults, and unknown for what the backend gives", async () => {
    const { plannedState, diagnostics } = await plan({ name: "a", part: [{ name: "p", uid: null, screw: [] }] });
    expect(diagnostics).toEqual([]);
    const part = [{ name: "p", uid: UNKNOWN, screw: [] }];
    expect(received(plannedState)).toEqual(config({ name: "a", id: UNKNOWN, mode: "normal", part }));
  });

  test("the same config plans the state before, whatever its spelling", async () => {
    const state = await create({ name: "a", text: "x" });
    const { plannedState, requiresReplace } = await plan({ name: "a", text: "  x\n" }, state);
    expect(received(plannedState)).toEqual(state);
    expect(requiresReplace).toEqual([]);
  });

  test("a change of what identifies it requires a replacement", async () => {
    const state = await create({ name: "a" });
    const { requiresReplace, plannedState } = await plan({ name: "b" }, state);
    expect(requiresReplace).toMatchObject([{ steps: [{ attributeName: "name" }] }]);
    expect(received(plannedState)).toMatchObject({ name: "b", id: UNKNOWN });
  });

  test("a destroy is planned with what the resource has to say of it", async () => {
    const made = await create({ name: "a", mode: "sticky" });
    const { plannedState, diagnostics } = await plan(null, made);
    expect([received(plannedState), diagnostics]).toMatchObject([null, [{ severity: 2, summary: "It stays" }]]);
  });

  test("a destroy is planned as null, and needs no backend", async () => {
    const bare = await serveToy({ configured: false });
    const request = {
      typeName,
      priorState: sent(config({ name: "a" })),
      proposedNewState: sent(null),
      config: sent(null),
    };
    const { plannedState, diagnostics } = await bare.client.call("PlanResourceChange", request);
    expect([received(plannedState), diagnostics]).toEqual([null, []]);
    await bare.close();
  });

  test("private bytes are given back as they came", async () => {
    const state = await create({ name: "a" });
    expect(Buffer.from((await plan({ name: "a" }, state, "mine")).plannedPrivate).toString()).toBe("mine");
    expect(Buffer.from((await plan(null, state, "mine")).plannedPrivate).toString()).toBe("mine");
    const currentPrivate = Buffer.from("mine");
    const read = await toy.client.call("ReadResource", {
      typeName,
      currentState: sent(state),
      private: currentPrivate,
    });
    expect(Buffer.from(read.private).toString()).toBe("mine");
    expect(Buffer.from((await applyPlan({ name: "a", size: 2 }, state)).private).toString()).toBe("kept");
  });

  test("a warning that validation has told is not told again", async () => {
    const { diagnostics, plannedState } = await plan({ name: "a", part: [{ name: "bad", uid: null, screw: [] }] });
    expect(diagnostics).toEqual([]);
    expect(received(plannedState)).not.toBeNull();
  });
});

describe("applying", () => {
  test("creates, updates and deletes", async () => {
    const made = await create({ name: "a", part: [{ name: "p", uid: null, screw: [] }] });
    expect(made).toEqual(
      config({ name: "a", id: "id-1", mode: "normal", part: [{ name: "p", uid: "uid-p", screw: [] }] }),
    );
    const changed = received((await applyPlan({ name: "a", size: 3 }, made)).newState);
    expect(changed).toMatchObject({ id: "id-1", size: 3 });
    const { newState, diagnostics } = await applyPlan(null, changed);
    expect([received(newState), diagnostics, toy.toy.things.size]).toEqual([null, [], 0]);
  });

  test("a create that fails half-way returns what exists together with the error", async () => {
    toy.toy.fault = "halfway";
    const { newState, diagnostics } = await applyPlan({ name: "a", size: 1 });
    expect(diagnostics).toMatchObject([{ severity: 1, detail: "half made" }]);
    expect(received(newState)).toEqual(config({ id: "id-1", name: "a" }));
  });

  test("a create that made nothing leaves no state", async () => {
    toy.toy.fault = "before";
    const { newState, diagnostics } = await applyPlan({ name: "a" });
    expect(diagnostics).toMatchObject([{ severity: 1, detail: "the backend is down" }]);
    expect(received(newState)).toBeNull();
  });

  test("an apply that cannot even be read keeps the state before", async () => {
    const prior = sent(config({ name: "a" }));
    const request = { typeName, priorState: prior, plannedState: { msgpack: Uint8Array.of(0xc1) }, config: prior };
    const { newState, diagnostics } = await toy.client.call("ApplyResourceChange", request);
    expect(received(newState)).toEqual(config({ name: "a" }));
    expect(diagnostics).toMatchObject([{ severity: 1 }]);
  });

  test("a stop aborts a read at once, and a write when its time is over; the write still returns its state", async () => {
    const state = await create({ name: "a" });
    toy.toy.fault = "never-ends";
    const [begun, ends] = [Date.now(), [] as string[]];
    const reading = toy.client
      .call("ReadResource", { typeName, currentState: sent(state) })
      .finally(() => ends.push("read"));
    const applying = applyPlan({ name: "a", size: 9 }, state).finally(() => ends.push("apply"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await toy.client.call("StopProvider", {})).toEqual({ error: "" });
    const { newState, diagnostics } = await applying;
    expect(diagnostics).toMatchObject([{ severity: 1, detail: "Terraform was told to stop" }]);
    expect(received(newState)).toEqual(state);
    expect((await reading).diagnostics).toMatchObject([{ detail: "Terraform was told to stop" }]);
    expect(ends).toEqual(["read", "apply"]);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(150);
  });
});

describe("a create that is stopped", () => {
  test("still returns what it had made, without what must not be stored", async () => {
    toy.toy.fault = "never-ends";
    const creating = applyPlan({ name: "a", secret: "s3cret" });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await toy.client.call("StopProvider", {});
    const { newState, diagnostics, newIdentity } = await creating;
    expect(diagnostics).toMatchObject([{ severity: 1, detail: "Terraform was told to stop" }]);
    expect(received(newState)).toEqual(config({ id: "id-1", name: "a" }));
    expect(received(newIdentity?.identityData)).toEqual({ id: "id-1", place: "here" });
  });
});

describe("values as Terraform has them", () => {
  test("texts of 300 KB go through a plan and an apply as they are, in any script", async () => {
    const text = "värde: \u65e5\u672c \u{1f600}\n".repeat(16_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(300_000);
    const state = await create({ name: "a", text });
    expect(state.text).toBe(text);
    expect(received((await plan({ name: "a", text }, state)).plannedState)).toEqual(state);
  });

  test("an empty list, set, map or text is not the same as none, in a plan and in a state", async () => {
    const values = { name: "a", notes: [], colours: [], labels: {}, text: "" };
    const state = await create(values);
    expect(state).toMatchObject(values);
    expect((await create({ name: "b" })).notes).toBeNull();
    // The backend forgets what is empty.
    toy.toy.things.set("id-1", { id: "id-1", name: "a", mode: "normal" });
    const { newState } = await toy.client.call("ReadResource", { typeName, currentState: sent(state) });
    expect(received(newState)).toEqual(state);
  });

  test("a set in another order is no change, and keeps the order that the state has", async () => {
    const state = await create({ name: "a", colours: ["red", "blue"] });
    toy.toy.things.set("id-1", { ...toy.toy.things.get("id-1"), colours: ["blue", "red"] });
    const { newState } = await toy.client.call("ReadResource", { typeName, currentState: sent(state) });
    expect(received(newState)).toEqual(state);
    expect(received((await plan({ name: "a", colours: ["blue", "red"] }, state)).plannedState)).toEqual(state);
  });

  test("numbers may come as text, also those that no other form can hold", async () => {
    expect((await create({ name: "a", size: "12" })).size).toBe(12);
    expect((await create({ name: "b", size: "36893488147419103232" })).size).toBe("36893488147419103232");
  });

  test("what Terraform knows of an unknown value does not matter: every extension is unknown", async () => {
    const encoder = new Encoder({ extensionCodec: refined });
    for (const [code, bytes] of [
      [0, [0]],
      [12, [0x82, 1, 0xc2, 2, 0xa1, 0x62]],
      [90, []],
    ] as const) {
      const wire = { msgpack: encoder.encode(config({ name: "a", text: new ExtData(code, Uint8Array.from(bytes)) })) };
      const shared = { typeName, config: wire, priorState: sent(null) };
      const answer = await toy.client.call("PlanResourceChange", { ...shared, proposedNewState: wire });
      expect(answer.diagnostics).toEqual([]);
      expect(received(answer.plannedState)?.text).toBe(UNKNOWN);
    }
  });

  test("a backend that decomposes what Terraform composed differs in nothing", async () => {
    const name = "caf\u00e9";
    const state = await create({ name, text: name, notes: [name], labels: { [name]: name }, colours: [name] });
    const apart = name.normalize("NFD");
    const decomposed = { text: apart, notes: [apart], labels: { [apart]: apart }, colours: [apart] };
    toy.toy.things.set("id-1", { ...toy.toy.things.get("id-1"), name: apart, ...decomposed });
    const { newState } = await toy.client.call("ReadResource", { typeName, currentState: sent(state) });
    expect(received(newState)).toEqual(state);
  });
});

describe("reading", () => {
  test("gives what is there in the spelling of the state, and null where it is gone", async () => {
    const state = await create({ name: "a", text: "x" });
    toy.toy.things.set("id-1", { ...toy.toy.things.get("id-1"), text: "x  ", size: 4 });
    const read = async () =>
      received((await toy.client.call("ReadResource", { typeName, currentState: sent(state) })).newState);
    expect(await read()).toEqual({ ...state, size: 4 });
    toy.toy.things.clear();
    expect(await read()).toBeNull();
  });

  test("a data source answers, or says at which attribute it cannot", async () => {
    await create({ name: "a" });
    const search = (name: string) =>
      toy.client.call("ReadDataSource", { typeName: "toy_search", config: sent({ name, ids: null }) });
    expect(received((await search("a")).state)).toEqual({ name: "a", ids: ["id-1"] });
    expect((await search("")).diagnostics).toMatchObject([{ attribute: { steps: [{ attributeName: "name" }] } }]);
  });

  test("an import finds what the id means, and the rest is read", async () => {
    const state = await create({ name: "a", size: 2 });
    const { importedResources } = await toy.client.call("ImportResourceState", { typeName, id: "id-1" });
    expect(importedResources).toMatchObject([{ typeName }]);
    const { newState } = await toy.client.call("ReadResource", {
      typeName,
      currentState: importedResources[0]!.state!,
    });
    expect(received(newState)).toEqual(state);
    const lost = await toy.client.call("ImportResourceState", { typeName, id: "id-9" });
    expect(lost.diagnostics).toMatchObject([{ summary: "Not found", detail: 'no "id-9"' }]);
  });
});

describe("stored states", () => {
  const upgrade = async (version: number, json: object) => {
    const rawState = { json: Buffer.from(JSON.stringify(json)) };
    return toy.client.call("UpgradeResourceState", { typeName, version, rawState });
  };

  test("one of this version is read as it is, without what the schema no longer has", async () => {
    const stored = config({ name: "a", part: [{ name: "p", uid: "u", screw: [{ kind: "k" }] }] });
    expect(received((await upgrade(1, { ...stored, gone: true })).upgradedState)).toEqual(stored);
  });

  test("an older one goes through its upgrades", async () => {
    const { upgradedState } = await upgrade(0, { title: "a", old_name: "b", part: [{ name: "p", screw: [] }] });
    expect(received(upgradedState)).toEqual(
      config({ name: "a", old_name: "b", part: [{ name: "p", uid: null, screw: [] }] }),
    );
  });

  test("one of a newer provider is refused", async () => {
    expect((await upgrade(2, { name: "a" })).diagnostics).toMatchObject([
      { severity: 1, detail: expect.stringContaining("version 2") },
    ]);
  });
});

describe("configuration", () => {
  let bare: ServedToy;
  beforeEach(async () => {
    bare = await serveToy({ configured: false });
  });
  afterEach(() => bare.close());
  const read = async () =>
    (await bare.client.call("ReadResource", { typeName, currentState: sent(config({ id: "id-1" })) })).diagnostics;

  test("one that is not known yet fails at the first use, and names what is not known", async () => {
    expect(await bare.client.call("ConfigureProvider", { config: sent({ place: UNKNOWN }) })).toEqual({
      diagnostics: [],
    });
    expect(await read()).toMatchObject([
      {
        summary: "The provider's configuration is not known yet",
        detail: expect.stringMatching(/^place of provider "toy"/),
      },
    ]);
  });

  test("one that is wrong is told when it is given", async () => {
    const { diagnostics } = await bare.client.call("ConfigureProvider", { config: sent({ place: "nowhere" }) });
    expect(diagnostics).toMatchObject([{ detail: "there is no such place" }]);
    expect(await read()).toMatchObject([{ detail: "there is no such place" }]);
  });

  test("work before any configuration is refused", async () => {
    expect(await read()).toMatchObject([{ summary: "The provider is not configured" }]);
  });
});
