import type { V1ClusterProfile, V1PackTagEntity, V1Uid } from "@palette-profiles/palette-api";
import { registryUid } from "./store/registries";
import { startTestServer, type TestClient } from "./test-support";

const PUBLIC = registryUid("Public Repo");
let client: TestClient;
beforeEach(async () => {
  client = await startTestServer();
});
afterEach(() => client.close());

const publish = (body: unknown) => client.call<{ message: string }>("POST", "/__server/packs", { body });
const versions = async () =>
  (await client.call<V1PackTagEntity>("GET", `/v1/packs/nginx/registries/${PUBLIC}`)).body.tags?.map((tag) => tag.tag);

test("a pack is published as a copy of another version, with what differs", async () => {
  const annotations = { system_state: "deprecated" };
  expect((await publish({ name: "nginx", like: "1.11.4", version: "1.12.0", values: "a: 1\n" })).status).toBe(204);
  expect((await publish({ name: "nginx", like: "1.11.4", annotations })).status).toBe(204);
  expect(await versions()).toEqual(["1.12.0", "1.11.4"]);
  const { body } = await client.call<V1PackTagEntity>("GET", `/v1/packs/nginx/registries/${PUBLIC}`);
  expect(body.packValues?.[0]?.values).toBe("a: 1\n");
  expect(body.packValues?.map((own) => own.annotations?.system_state)).toEqual([undefined, "deprecated"]);
});

test("a copy of a pack that is not there is refused", async () => {
  const { status, body } = await publish({ name: "nginx", like: "9.9.9" });
  expect([status, body.message]).toEqual([400, 'There is no pack "nginx" 9.9.9 to copy']);
  expect(await versions()).toEqual(["1.11.4"]);
});

test("a profile's train moves to a new release by itself and keeps its values; an exact tag stays", async () => {
  const layer = async (name: string, tag: string) => {
    const packs = [{ name: "nginx", tag, values: "a: 1" }];
    const body = { metadata: { name }, spec: { template: { type: "add-on", packs } } };
    const made = await client.call<V1Uid>("POST", "/v1/clusterprofiles?publish=true", { body });
    return async () => {
      const { body } = await client.call<V1ClusterProfile>("GET", `/v1/clusterprofiles/${made.body.uid}`);
      const ref = body.spec?.published?.packs?.[0];
      return [ref?.tag, ref?.version, ref?.values];
    };
  };
  const train = await layer("train", "1.11.x");
  const exact = await layer("exact", "1.11.4");
  expect([await train(), await exact()]).toEqual([
    ["1.11.x", "1.11.4", "a: 1"],
    ["1.11.4", "1.11.4", "a: 1"],
  ]);
  await publish({ name: "nginx", like: "1.11.4", version: "1.11.5" });
  expect([await train(), await exact()]).toEqual([
    ["1.11.x", "1.11.5", "a: 1"],
    ["1.11.4", "1.11.4", "a: 1"],
  ]);
});
