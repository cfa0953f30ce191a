import { resolve } from "node:path";
import type { V1PackMetadataList, V1PackSummaries, V1PackTagEntity } from "@palette-profiles/palette-api";
import { registryUid } from "../store/registries";
import { startTestServer, type TestClient } from "../test-support";

/** Real packs, which lie beside the repository. */
const REAL_PACKS = resolve(__dirname, "../../../../../shared/palette/packs");
const PUBLIC = registryUid("Public Repo");

let client: TestClient;
beforeAll(async () => {
  client = await startTestServer({ packs: [REAL_PACKS] });
});
afterAll(() => client.close());

const byName = (name: string, query = "cloudType=all") =>
  client.call<V1PackTagEntity>("GET", `/v1/packs/${name}/registries/${PUBLIC}?${query}`);
const summaries = async (query: string) => (await client.call<V1PackSummaries>("GET", `/v1/packs?${query}`)).body;
const search = async (filter: unknown, query = "") =>
  (await client.call<V1PackMetadataList>("POST", `/v1/packs/search?${query}`, { body: { filter } })).body;

test("all versions of a pack come in one answer, the newest first, each with its values", async () => {
  const { body } = await byName("kubernetes");
  expect(body).toMatchObject({ name: "kubernetes", layer: "k8s", registryUid: PUBLIC });
  expect(body.tags?.map(({ version, tag, parentTags }) => ({ version, tag, parentTags }))).toEqual([
    { version: "1.32.1", tag: "1.32.1", parentTags: ["1.x", "1.32.x"] },
    { version: "1.31.5", tag: "1.31.5", parentTags: ["1.x", "1.31.x"] },
    { version: "1.30.9", tag: "1.30.9", parentTags: ["1.x", "1.30.x"] },
  ]);
  expect(body.packValues?.map((value) => value.packUid)).toEqual(body.tags?.map((tag) => tag.packUid));
  expect(body.packValues?.[2]?.values).toContain("# Kubernetes 1.30.9");
});

test("built-in packs and those of a folder share the registry", async () => {
  const { body } = await byName("argo-cd");
  expect(body.tags?.map((tag) => tag.version)).toEqual(["7.8.2", "7.7.5", "3.26.7", "3.3.5"]);
});

test("a pack of another cloud or layer is not found, nor is one the registry does not have", async () => {
  expect((await byName("csi-aws-ebs", "cloudType=aws")).status).toBe(200);
  expect((await byName("csi-aws-ebs", "cloudType=gcp")).status).toBe(404);
  expect((await byName("nginx", "layer=cni")).status).toBe(404);
  expect(await byName("nothing")).toMatchObject({ status: 404, body: { code: "ResourceNotFound" } });
  expect((await client.call("GET", "/v1/packs/nginx/registries/nowhere")).status).toBe(404);
});

test("a pack is read by its uid, with its registry, presets and constraints", async () => {
  const { items } = await summaries("filters=spec.name=hello-universeANDspec.version=1.3.1");
  const uid = items[0]?.metadata?.uid ?? "";
  const { body } = await client.call<V1PackTagEntity>("GET", `/v1/packs/${uid}`);
  expect(body).toMatchObject({
    name: "hello-universe",
    registryUid: PUBLIC,
    tags: [{ version: "1.3.1", packUid: uid }],
  });
  const [values] = body.packValues ?? [];
  expect(values?.presets?.map((preset) => preset.group)).toEqual(["Backend", "Backend"]);
  expect(values?.schema).toContainEqual(
    expect.objectContaining({
      name: "manifests.hello-universe.ui.tolerations.effect",
      type: "list",
      listOptions: ["PreferNoSchedule", "NoSchedule", "NoExecute"],
      required: false,
    }),
  );
  expect((await client.call("GET", "/v1/packs/000000000000000000000000")).status).toBe(404);
  expect((await client.call("GET", `/v1/packs/${uid}/readme`)).body).toEqual({ readme: "" });
});

test("a pack tells what it demands of others, and whether it is on its way out", async () => {
  const { body } = await byName("kubernetes");
  expect(body.packValues?.[0]?.dependencies).toEqual([
    expect.objectContaining({ name: "kubernetes", minVersion: "1.31.0", maxVersion: "1.32.1", type: "upgrade" }),
  ]);
  const argo = (await byName("argo-cd")).body.packValues ?? [];
  expect(argo.map((own) => own.annotations?.system_state)).toEqual([undefined, undefined, "deprecated", "deprecated"]);
});

test("the filters of Palette's own provider are understood", async () => {
  const found = async (filters: string) =>
    (await summaries(`filters=${filters}&limit=50`)).items.map((item) => `${item.spec?.name} ${item.spec?.version}`);
  expect(await found("spec.name=csi-aws-ebsANDspec.cloudTypes_in_aws,all")).toEqual(["csi-aws-ebs 1.37.0"]);
  expect(await found("spec.name=csi-aws-ebsANDspec.cloudTypes_in_gcp,all")).toEqual([]);
  expect(await found("spec.layer=k8sANDspec.version=1.31.5")).toEqual(["kubernetes 1.31.5"]);
  expect(await client.call("GET", "/v1/packs?filters=spec.color=red")).toMatchObject({
    status: 400,
    body: { code: "InvalidFilter" },
  });
});

test("lists are cut into pages that lead through all of it", async () => {
  const seen: string[] = [];
  let query = "limit=20";
  for (;;) {
    const { items, listmeta } = await summaries(query);
    seen.push(...items.map((item) => item.metadata?.uid ?? ""));
    expect(items.length).toBeLessThanOrEqual(20);
    if (!listmeta?.continue) {
      expect(seen).toHaveLength(listmeta?.count ?? 0);
      break;
    }
    query = `limit=20&continue=${listmeta.continue}`;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect((await client.call("GET", "/v1/packs?limit=many")).status).toBe(400);
  expect((await client.call("GET", "/v1/packs?continue=guess")).status).toBe(400);
});

test("a search finds packs once each, with their newest version", async () => {
  const { items } = await search({ name: { eq: "kubernetes" } });
  expect(items).toHaveLength(1);
  expect(items[0]?.spec?.registries).toEqual([
    expect.objectContaining({ name: "Public Repo", uid: PUBLIC, latestVersion: "1.32.1" }),
  ]);
  const names = (list: V1PackMetadataList) => list.items.map((item) => item.spec?.name);
  expect(names(await search({ layer: ["cni"], environment: ["aws"] }))).toEqual(["cni-calico"]);
  expect(names(await search({ displayName: { contains: "calico", ignoreCase: true } }))).toEqual(["cni-calico"]);
  expect(names(await search({ displayName: { contains: "calico" } }))).toEqual([]);
  expect(names(await search({ name: { beginsWith: "cert-" }, registryUid: [PUBLIC] }))).toEqual(["cert-manager"]);
  expect((await search(undefined, "limit=3")).items).toHaveLength(3);
});

test("every real pack is loaded whole and can be used in a profile", async () => {
  const { items } = await search({ source: ["community"] });
  expect(items).toHaveLength(21);
  const first = await summaries("");
  const all = [...first.items, ...(await summaries(`continue=${first.listmeta?.continue}`)).items];
  const packs = all.filter((item) => item.spec?.annotations?.source === "community");
  expect(packs).toHaveLength(31);
  const layers = packs.map(({ spec }) => ({
    name: spec?.name,
    tag: spec?.version,
    values: `${spec?.values}\n`,
  }));
  const unique = layers.filter((layer, index) => layers.findIndex((other) => other.name === layer.name) === index);
  const { status } = await client.call("POST", "/v1/clusterprofiles?publish=true", {
    body: { metadata: { name: "everything" }, spec: { template: { type: "add-on", packs: unique } } },
  });
  expect(status).toBe(201);
});

test("a pack tells which properties a tier made of it takes", async () => {
  const { items } = await summaries("filters=spec.name=mysql-operator");
  const wanted = {
    parameters: {
      inputParameters: [
        { name: "dbRootPassword", type: "string", format: "password" },
        { name: "dbVolumeSize", type: "number", format: "" },
        { name: "version", type: "string", value: "5.7" },
      ],
    },
  };
  expect(items[0]?.spec?.template).toMatchObject(wanted);
  expect((await byName("mysql-operator")).body.packValues?.[0]?.template).toMatchObject(wanted);
  expect((await byName("nginx")).body.packValues?.[0]?.template?.parameters?.inputParameters).toEqual([]);
});
