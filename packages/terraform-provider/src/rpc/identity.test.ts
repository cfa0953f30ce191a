import { received, sent } from "../testing/client";
import { type ServedToy, serveToy } from "../testing/serve-toy";
import { thingConfig } from "../testing/thing-config";
import type { WireIdentity } from "../wire/parts";

const typeName = "toy_thing";
let toy: ServedToy;
beforeEach(async () => {
  toy = await serveToy();
});
afterEach(() => toy.close());

const identity = (values: object) => ({ identityData: sent({ id: null, place: null, ...values }) });
const told = (it: WireIdentity | undefined) => received(it?.identityData);
const here = { id: "id-1", place: "here" };

async function plan(values: object | null, prior: object | null, priorIdentity?: ReturnType<typeof identity>) {
  const config = sent(values && thingConfig(values));
  const priorState = sent(prior && thingConfig(prior));
  return toy.client.call("PlanResourceChange", {
    typeName,
    priorState,
    proposedNewState: config,
    config,
    priorIdentity,
  });
}

async function apply(values: object | null, prior: object | null = null, before?: ReturnType<typeof identity>) {
  const { plannedState, plannedIdentity } = await plan(values, prior, before);
  return toy.client.call("ApplyResourceChange", {
    typeName,
    priorState: sent(prior && thingConfig(prior)),
    plannedState: plannedState!,
    config: sent(values && thingConfig(values)),
    plannedIdentity: plannedIdentity as never,
  });
}

const read = (state: object, currentIdentity?: ReturnType<typeof identity>) =>
  toy.client.call("ReadResource", { typeName, currentState: sent(thingConfig(state)), currentIdentity });

test("its shape says what an import must give and what it may", async () => {
  const { identitySchemas } = await toy.client.call("GetResourceIdentitySchemas", {});
  const { version, attributes } = identitySchemas.get(typeName)!;
  expect([[...identitySchemas.keys()], version]).toEqual([[typeName], 1]);
  expect(attributes.map(({ type, ...rest }) => ({ ...rest, type: Buffer.from(type).toString() }))).toEqual([
    {
      name: "id",
      type: '"string"',
      requiredForImport: true,
      optionalForImport: false,
      description: "The backend's name for it.",
    },
    {
      name: "place",
      type: '"string"',
      requiredForImport: false,
      optionalForImport: true,
      description: "Where it is.",
    },
  ]);
});

describe("through a resource's life", () => {
  test("a create has none in the plan, and its own in the result", async () => {
    expect((await plan({ name: "a" }, null)).plannedIdentity).toBeUndefined();
    expect(told((await apply({ name: "a" })).newIdentity)).toEqual(here);
  });

  test("a change and a destroy plan the one before", async () => {
    const state = received((await apply({ name: "a" })).newState)!;
    expect(told((await plan({ name: "a", size: 2 }, state, identity(here))).plannedIdentity)).toEqual(here);
    expect(told((await plan(null, state, identity(here))).plannedIdentity)).toEqual(here);
    expect(told((await apply({ name: "a", size: 2 }, state, identity(here))).newIdentity)).toEqual(here);
    expect((await apply(null, state, identity(here))).newIdentity).toBeUndefined();
  });

  test("a state that an older version stored without one gets it with the next plan or read", async () => {
    const state = received((await apply({ name: "a" })).newState)!;
    expect(told((await plan({ name: "a", size: 2 }, state)).plannedIdentity)).toEqual(here);
    expect(told((await read(state)).newIdentity)).toEqual(here);
  });

  test("what is gone has none", async () => {
    const { newState, newIdentity } = await read({ id: "id-9", name: "a" }, identity(here));
    expect([received(newState), newIdentity]).toEqual([null, undefined]);
  });

  test("a change that fails keeps the one before, also where the request cannot be read", async () => {
    const state = received((await apply({ name: "a" })).newState)!;
    const request = {
      typeName,
      priorState: sent(state),
      plannedState: { msgpack: Uint8Array.of(0xc1) },
      config: sent(state),
      plannedIdentity: identity(here),
    };
    const { diagnostics, newIdentity } = await toy.client.call("ApplyResourceChange", request);
    expect([diagnostics.length, told(newIdentity)]).toEqual([1, here]);
  });
});

describe("import", () => {
  test("by identity finds the same as by id", async () => {
    await apply({ name: "a" });
    const [byIdentity, byId] = await Promise.all([
      toy.client.call("ImportResourceState", { typeName, identity: identity({ id: "id-1" }) }),
      toy.client.call("ImportResourceState", { typeName, id: "id-1" }),
    ]);
    expect([byIdentity.diagnostics, byId.diagnostics]).toEqual([[], []]);
    const [one, other] = [byIdentity.importedResources[0]!, byId.importedResources[0]!];
    expect([told(one.identity), told(other.identity)]).toEqual([here, here]);
    expect(received(one.state)).toMatchObject({ id: "id-1" });
  });

  test("of an identity that is of somewhere else says so", async () => {
    const request = { typeName, identity: identity({ id: "id-1", place: "moon" }) };
    const { diagnostics } = await toy.client.call("ImportResourceState", request);
    expect(diagnostics).toMatchObject([{ severity: 1, summary: "Elsewhere", detail: 'not in "moon"' }]);
  });
});

describe("a stored identity", () => {
  const upgrade = (version: number, json: object) =>
    toy.client.call("UpgradeResourceIdentity", {
      typeName,
      version,
      rawIdentity: { json: Buffer.from(JSON.stringify(json)) },
    });

  test("of this version is read as it is, and an older one goes through its upgrades", async () => {
    expect(told((await upgrade(1, { ...here, gone: 1 })).upgradedIdentity)).toEqual(here);
    expect(told((await upgrade(0, { uid: "id-1", place: null })).upgradedIdentity)).toEqual({
      id: "id-1",
      place: null,
    });
  });

  test("of a newer provider is refused", async () => {
    expect((await upgrade(2, here)).diagnostics).toMatchObject([
      {
        summary: "The identity was written by a newer version of the provider",
        detail: expect.stringContaining("knows up to 1"),
      },
    ]);
  });
});
