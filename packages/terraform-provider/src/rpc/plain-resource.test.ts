import type { Resource } from "@palette-profiles/resource-kit";
import { received, sent } from "../testing/client";
import { thingConfig } from "../testing/thing-config";
import { emptyToy, type Toy, toyProvider } from "../testing/toy";
import { answer, answerInParts } from "./answer";
import { createSession } from "./session";

const typeName = "toy_thing";
const wire = (values: object) => ({ ...sent(thingConfig(values)), json: new Uint8Array() });

/** A session with a resource that has less than the toy's own. */
async function sessionOf(change: (thing: Resource<Toy>) => Resource<Toy>) {
  const provider = toyProvider(emptyToy());
  const session = createSession({ ...provider, resources: provider.resources.map(change) }, { environment: {} });
  await answer(session, "ConfigureProvider", { terraformVersion: "", config: undefined });
  return session;
}

const plain = ({ identity: _, moves: __, import: ___, ...thing }: Resource<Toy>): Resource<Toy> => thing;

test("a resource without an identity has none in any answer, and is imported by none", async () => {
  const session = await sessionOf(plain);
  const request = {
    typeName,
    currentState: wire({ id: "id-1", name: "a" }),
    private: new Uint8Array(),
    clientCapabilities: undefined,
    currentIdentity: undefined,
  };
  session.context().things.set("id-1", { id: "id-1", name: "a" });
  expect((await answer(session, "ReadResource", request)).newIdentity).toBeUndefined();
  expect((await answer(session, "GetResourceIdentitySchemas", {})).identitySchemas?.size).toBe(0);
  const identity = { identityData: wire({}) };
  const byIdentity = { typeName, id: "", clientCapabilities: undefined, identity };
  expect((await answer(session, "ImportResourceState", byIdentity)).diagnostics).toMatchObject([
    { summary: "toy_thing cannot be imported by identity", detail: expect.stringContaining("Give an id instead") },
  ]);
  expect(await answer(session, "UpgradeResourceIdentity", { typeName, version: 0, rawIdentity: undefined })).toEqual(
    {},
  );
});

test("a resource that cannot be imported says by what it was looked for", async () => {
  const request = { typeName, id: "x/y", clientCapabilities: undefined, identity: undefined };
  expect((await answer(await sessionOf(plain), "ImportResourceState", request)).diagnostics).toMatchObject([
    { summary: "toy_thing cannot be imported", detail: expect.stringContaining('"x/y"') },
  ]);
});

test("a resource that takes over no other says so", async () => {
  const request = {
    sourceProviderAddress: "registry.terraform.io/acme/old",
    sourceTypeName: "old_item",
    sourceSchemaVersion: 1,
    sourceState: undefined,
    targetTypeName: typeName,
  };
  const { diagnostics } = await answer(await sessionOf(plain), "MoveResourceState", request);
  expect(diagnostics?.[0]?.detail).toContain("No other type can become a toy_thing. Remove the moved block");
});

test("a list of what has no identity, or that is not there, is told as one error", async () => {
  const list = async (change: (thing: Resource<Toy>) => Resource<Toy>) => {
    const request = { typeName, config: undefined, includeResourceObject: false, limit: 1 };
    const events = answerInParts(await sessionOf(change), "ListResource", request, new AbortController().signal);
    const told = [];
    for await (const { diagnostics } of events) told.push(diagnostics?.[0]?.summary);
    return told;
  };
  expect(await list(plain)).toEqual(["toy_thing cannot be listed"]);
  expect(await list(({ list: _, ...thing }) => thing)).toEqual(['There is no list resource "toy_thing"']);
});

test("an identity that cannot be told does not cost the state", async () => {
  const session = await sessionOf((thing) => {
    const broken = () => {
      throw new Error("no identity today");
    };
    return { ...thing, identity: { ...thing.identity!, of: broken } };
  });
  session.context().things.set("id-1", { id: "id-1", name: "a" });
  const before = { identityData: { ...sent({ id: "id-1", place: null }), json: new Uint8Array() } };
  const { newState, newIdentity, diagnostics } = await answer(session, "ReadResource", {
    typeName,
    currentState: wire({ id: "id-1", name: "a" }),
    private: new Uint8Array(),
    clientCapabilities: undefined,
    currentIdentity: before,
  });
  expect(diagnostics).toBeUndefined();
  expect(received(newState as never)).toMatchObject({ id: "id-1" });
  expect(received(newIdentity?.identityData as never)).toEqual({ id: "id-1", place: null });
});

test("a resource may say what else a generated configuration need not have", async () => {
  const session = await sessionOf((thing) => ({ ...thing, concise: ({ size: _, ...config }) => config }));
  const { config } = await answer(session, "GenerateResourceConfig", { typeName, state: wire({ name: "a", size: 3 }) });
  expect(received(config as never)).toEqual(thingConfig({ name: "a" }));
});
