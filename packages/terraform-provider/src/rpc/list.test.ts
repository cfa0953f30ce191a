import { received, sent } from "../testing/client";
import { type ServedToy, serveToy } from "../testing/serve-toy";
import { thingConfig } from "../testing/thing-config";

const typeName = "toy_thing";
let toy: ServedToy;
beforeEach(async () => {
  toy = await serveToy();
  for (const id of ["a1", "b1", "a2", "a3"]) toy.toy.things.set(id, { id, name: `name-${id}` });
});
afterEach(() => toy.close());

const config = (prefix: unknown = null) => sent({ prefix });
const list = (it: { prefix?: string; limit?: number; withState?: boolean } = {}) =>
  toy.client.collect("ListResource", {
    typeName,
    config: config(it.prefix),
    limit: it.limit ?? 100,
    includeResourceObject: it.withState,
  });

test("each is told with its name and its identity", async () => {
  const found = await list({ prefix: "name-a" });
  expect(found.map((each) => [each.displayName, received(each.identity?.identityData), each.resourceObject])).toEqual([
    ["Thing name-a1", { id: "a1", place: "here" }, undefined],
    ["Thing name-a2", { id: "a2", place: "here" }, undefined],
    ["Thing name-a3", { id: "a3", place: "here" }, undefined],
  ]);
});

test("not more than are wanted", async () => {
  expect((await list({ limit: 2 })).map((each) => each.displayName)).toEqual(["Thing name-a1", "Thing name-b1"]);
});

test("with their states where those are wanted, found by identity", async () => {
  const [first] = await list({ withState: true, limit: 1 });
  expect(received(first!.resourceObject)).toEqual(thingConfig({ id: "a1", name: "name-a1" }));
});

test("one that cannot be read is still found, with a warning", async () => {
  toy.toy.things.get = (id) => {
    if (id === "b1") throw new Error("it is locked");
    return { id, name: `name-${id}` };
  };
  const found = await list({ withState: true });
  expect(found.map(({ diagnostics }) => diagnostics.map(({ severity, detail }) => [severity, detail]))).toEqual([
    [],
    [[2, '"Thing name-b1" is there, but cannot be read: it is locked']],
    [],
    [],
  ]);
});

test("an error ends the list, at the attribute of its configuration", async () => {
  expect(await list({ prefix: "broken" })).toMatchObject([
    { diagnostics: [{ severity: 1, summary: "Broken", attribute: { steps: [{ attributeName: "prefix" }] } }] },
  ]);
  const asked = await toy.client.call("ValidateListResourceConfig", { typeName, config: config("bad") });
  expect(asked.diagnostics).toMatchObject([{ detail: "bad", attribute: { steps: [{ attributeName: "prefix" }] } }]);
});

test("a stop ends one that waits for the backend", async () => {
  toy.toy.fault = "never-ends";
  const listing = list();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await toy.client.call("StopProvider", {});
  expect(await listing).toMatchObject([{ diagnostics: [{ detail: "Terraform was told to stop" }] }]);
});

test("without a configured backend it says so", async () => {
  const bare = await serveToy({ configured: false });
  expect(await bare.client.collect("ListResource", { typeName, config: config(), limit: 1 })).toMatchObject([
    { diagnostics: [{ summary: "The provider is not configured" }] },
  ]);
  await bare.close();
});
