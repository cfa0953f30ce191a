import type { V1ClusterProfile, V1ManifestEntities, V1Uid } from "@palette-profiles/palette-api";
import {
  createPublished,
  profileBody,
  readProfile,
  startTestServer,
  type TestClient,
  type TestPack,
  temporaryFolder,
} from "../test-support";

const folder = temporaryFolder();
let client: TestClient;
let project: string;
beforeAll(async () => {
  client = await startTestServer({ seed: folder.write("seed.yaml", "projects: [{name: Other}]") });
  project = await client.projectUid();
});
afterAll(async () => {
  await client.close();
  folder.remove();
});

const nginx: TestPack = { name: "nginx", type: "spectro", tag: "1.11.4", values: "a: 1" };
const names = (profile: V1ClusterProfile, stage: "draft" | "published") =>
  profile.spec?.[stage]?.packs?.map((pack) => pack.name);

describe("create", () => {
  test("without publish there is a draft only", async () => {
    const { status, body } = await client.call<V1Uid>("POST", "/v1/clusterprofiles", {
      body: profileBody("draft-only", [nginx]),
      project,
    });
    expect(status).toBe(201);
    expect(body).toEqual({ uid: expect.stringMatching(/^[0-9a-f]{24}$/) });
    const profile = await readProfile(client, body.uid);
    expect(names(profile, "draft")).toEqual(["nginx"]);
    expect(profile.spec?.published).toBeUndefined();
    expect(profile.status?.isPublished).toBe(false);
  });

  test("with publish=true there is a published template and no draft", async () => {
    const uid = await createPublished(client, profileBody("at-once", [nginx], { version: "2.0.0" }), project);
    const profile = await readProfile(client, uid);
    expect(profile.spec?.draft).toBeUndefined();
    expect(profile).toMatchObject({
      metadata: {
        name: "at-once",
        uid,
        annotations: { scope: "project", projectUid: project, projectName: "Default" },
      },
      spec: {
        version: "2.0.0",
        versions: [{ uid, version: "2.0.0" }],
        published: { cloudType: "all", type: "add-on", profileVersion: "2.0.0" },
      },
      status: { isPublished: true, inUseClusters: [], inUseClusterTemplates: [], hasUserMacros: false },
    });
  });

  test("a pack is shown with the registry, uid, layer and version it was resolved to", async () => {
    const uid = await createPublished(client, profileBody("resolved", [{ name: "argo-cd", tag: "7.x" }]));
    const [pack] = (await readProfile(client, uid)).spec?.published?.packs ?? [];
    const { body } = await client.call<{ items: { metadata: { uid: string }; spec: { registryUid: string } }[] }>(
      "GET",
      "/v1/packs?filters=spec.name=argo-cdANDspec.version=7.8.2",
    );
    expect(pack).toMatchObject({
      name: "argo-cd",
      type: "spectro",
      layer: "addon",
      tag: "7.x",
      version: "7.8.2",
      packUid: body.items[0]?.metadata.uid,
      registryUid: body.items[0]?.spec.registryUid,
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      manifests: [],
    });
  });

  test("values and manifests are kept without their outer white space, and otherwise as they are", async () => {
    const packs = [
      { ...nginx, values: "\n# note\na:   1\n\n" },
      { name: "m", type: "manifest", manifests: [{ name: "ns", content: "  kind: Namespace\n" }] },
    ];
    const uid = await createPublished(client, profileBody("trimmed", packs));
    expect((await readProfile(client, uid)).spec?.published?.packs?.[0]?.values).toBe("# note\na:   1");
    const { body } = await client.call<V1ManifestEntities>("GET", `/v1/clusterprofiles/${uid}/packs/m/manifests`);
    expect(body.items[0]?.spec?.published?.content).toBe("kind: Namespace");
  });

  test("zero times, nulls and unknown fields of Palette's clients are taken", async () => {
    const zero = "0001-01-01T00:00:00.000Z";
    const body = {
      metadata: {
        name: "lenient",
        annotations: { description: "", scope: "system" },
        creationTimestamp: zero,
        deletionTimestamp: zero,
        labels: null,
        unknown: 1,
      },
      spec: {
        version: "",
        template: { type: "add-on", packs: [{ ...nginx, manifests: null, layer: "" }] },
        variables: [{ name: "v", displayName: "V", options: null }],
      },
    };
    const uid = await createPublished(client, body);
    expect(await readProfile(client, uid)).toMatchObject({
      metadata: { labels: {}, annotations: { description: "", scope: "tenant" } },
      spec: { version: "1.0.0" },
    });
  });

  test("a failed create leaves nothing behind", async () => {
    const body = profileBody("half-made", [nginx, { name: "nothing-of-the-kind", tag: "1.0.0" }]);
    expect((await client.call("POST", "/v1/clusterprofiles?publish=true", { body })).status).toBe(400);
    const list = await client.call("GET", "/v1/dashboard/clusterprofiles/metadata");
    expect(JSON.stringify(list.body)).not.toContain("half-made");
  });

  test.each<[string, unknown, string, string]>([
    ["no name", { spec: {} }, "InvalidProfileName", "metadata.name"],
    ["a name that is no text", { metadata: { name: 5 } }, "InvalidRequestBody", "metadata.name must be a string"],
    ["a list as body", [], "InvalidRequestBody", "must be an object"],
    ["an unknown pack", profileBody("x", [{ name: "ngnix", tag: "1" }]), "PackNotFound", '"ngnix" 1'],
    ["an unknown tag", profileBody("x", [{ name: "nginx", tag: "9.9.9" }]), "PackTagNotFound", "1.11.4"],
    ["no tag", profileBody("x", [{ name: "nginx" }]), "PackTagNotFound", "needs a tag"],
    ["an unknown registry", profileBody("x", [{ ...nginx, registryUid: "abc" }]), "RegistryNotFound", '"abc"'],
    ["an unknown pack type", profileBody("x", [{ ...nginx, type: "zip" }]), "InvalidRequestBody", "spectro, helm"],
    ["the same pack twice", profileBody("x", [nginx, nginx]), "DuplicatePack", "spectrocloud.com/display-name"],
    [
      "a manifest twice",
      profileBody("x", [{ name: "m", type: "manifest", manifests: Array(2).fill({ name: "a", content: "" }) }]),
      "DuplicateManifest",
      '"a"',
    ],
  ])("%s is refused and told", async (_what, body, code, message) => {
    const answer = await client.call("POST", "/v1/clusterprofiles", { body });
    expect(answer).toMatchObject({ status: 400, body: { code, message: expect.stringContaining(message) } });
  });

  test("a system profile is refused, since those come with Palette", async () => {
    const body = { metadata: { name: "x" }, spec: { template: { type: "system" } } };
    const message = "System profiles come with Palette: they can be changed, but not created";
    const answer = await client.call("POST", "/v1/clusterprofiles", { body });
    expect(answer).toMatchObject({ status: 403, body: { code: "OperationForbidden", message } });
  });

  test("a pack may be in a profile twice under display names", async () => {
    const named = (name: string) => ({ ...nginx, values: `pack:\n  spectrocloud.com/display-name: ${name}` });
    const uid = await createPublished(client, profileBody("twice", [named("inner"), named("outer")]));
    expect(names(await readProfile(client, uid), "published")).toEqual(["nginx", "nginx"]);
  });

  test("a body that is no JSON is answered 400, one that is too large 413", async () => {
    const send = (body: string) =>
      fetch(`${client.server.url}/v1/clusterprofiles`, {
        method: "POST",
        headers: { ApiKey: client.server.apiKey, "Content-Type": "application/json" },
        body,
      });
    expect((await send("{")).status).toBe(400);
    expect((await send(`"${"x".repeat(33 * 1024 * 1024)}"`)).status).toBe(413);
  });

  test("a profile of 20 MB is taken", async () => {
    const values = `a: ${"x".repeat(20 * 1024 * 1024)}`;
    const uid = await createPublished(client, profileBody("large", [{ ...nginx, values }]));
    expect((await readProfile(client, uid)).spec?.published?.packs?.[0]?.values).toHaveLength(values.length);
    await client.call("DELETE", `/v1/clusterprofiles/${uid}`);
  });
});

describe("scope and uniqueness", () => {
  test("a name and version is taken once in each scope", async () => {
    const body = profileBody("unique", [nginx], { version: "1.0.0" });
    const other = await client.projectUid("Other");
    await createPublished(client, body, project);
    await createPublished(client, body, other);
    await createPublished(client, body);
    for (const scope of [project, other, undefined]) {
      const again = await client.call("POST", "/v1/clusterprofiles", { body, project: scope });
      expect(again).toMatchObject({ status: 409, body: { code: "ClusterProfileAlreadyExists" } });
    }
  });

  test("a new version of a name is a profile of its own, and each knows its siblings", async () => {
    const one = await createPublished(client, profileBody("lineage", [nginx]), project);
    const two = await createPublished(client, profileBody("lineage", [nginx], { version: "1.1.0" }), project);
    expect((await readProfile(client, one)).spec?.versions).toEqual([
      { uid: one, version: "1.0.0" },
      { uid: two, version: "1.1.0" },
    ]);
  });

  test("validate/name tells whether a name and version is free", async () => {
    await createPublished(client, profileBody("validated", [nginx]), project);
    const ask = (query: string, scope?: string) =>
      client.call("GET", `/v1/clusterprofiles/validate/name?${query}`, { project: scope });
    expect((await ask("name=validated&version=1.0.0", project)).status).toBe(409);
    expect((await ask("name=validated", project)).status).toBe(409);
    expect((await ask("name=validated&version=2.0.0", project)).status).toBe(204);
    expect((await ask("name=validated&version=1.0.0")).status).toBe(204);
  });

  test("a profile is read and deleted by its uid from any scope, and changed from its own only", async () => {
    const uid = await createPublished(client, profileBody("scoped", [nginx]), project);
    const other = await client.projectUid("Other");
    expect((await client.call("GET", `/v1/clusterprofiles/${uid}`, { project: other })).status).toBe(200);
    for (const scope of [other, undefined]) {
      const answer = await client.call("PATCH", `/v1/clusterprofiles/${uid}/publish`, { project: scope });
      expect(answer).toMatchObject({ status: 403, body: { code: "ScopeMismatch" } });
    }
    expect((await client.call("DELETE", `/v1/clusterprofiles/${uid}`, { project: other })).status).toBe(204);
    expect(await client.call("GET", `/v1/clusterprofiles/${uid}`)).toMatchObject({
      status: 404,
      body: { code: "ResourceNotFound" },
    });
    expect((await client.call("DELETE", `/v1/clusterprofiles/${uid}`)).status).toBe(404);
  });
});

describe("validate/packs", () => {
  test("tells for each pack what is wrong with it, and changes nothing", async () => {
    const uid = await createPublished(client, profileBody("checked", [nginx]));
    const packs = [
      nginx,
      { name: "nginx", tag: "9.9.9", values: "a: [" },
      { ...nginx, name: "again--nginx", values: "a: '{{.spectro.var.nowhere}}'" },
    ];
    const { body, status } = await client.call<{
      packs: { results: { name: string; displayName: string; errors: { code: string }[] }[] };
    }>("POST", `/v1/clusterprofiles/${uid}/validate/packs`, { body: { type: "add-on", packs } });
    expect(status).toBe(200);
    expect(body.packs.results.map((result) => result.errors.map((error) => error.code))).toEqual([
      [],
      ["PackTagNotFound", "InvalidPackValues"],
      ["PackVariablesUndefined"],
    ]);
    expect(body.packs.results[0]).toMatchObject({ name: "nginx", displayName: "NGINX Ingress" });
    const unsaved = await client.call("POST", "/v1/clusterprofiles/validate/packs", { body: { packs: [nginx] } });
    expect(unsaved.body).toEqual({ packs: { results: [{ name: "nginx", displayName: "NGINX Ingress", errors: [] }] } });
  });
});

test("presets and constraints of packs come with a profile when asked for", async () => {
  const uid = await createPublished(client, profileBody("with-extras", [{ name: "argo-cd", tag: "7.8.2" }]));
  const path = `/v1/clusterprofiles/${uid}`;
  const plain = await client.call<V1ClusterProfile>("GET", path);
  expect(plain.body.spec?.published?.packs?.[0]).not.toHaveProperty("presets");
  const { body } = await client.call<V1ClusterProfile>("GET", `${path}?includePackMeta=schema,presets`);
  const [pack] = body.spec?.published?.packs ?? [];
  expect(pack?.presets?.map((preset) => preset.name)).toEqual(["disable-ingress", "enable-ingress"]);
  expect(pack?.schema?.[0]).toMatchObject({ name: "charts.argo-cd.server.replicas", type: "number", required: true });
});

test("a profile that uses macros says so", async () => {
  const values = "a: '{{.spectro.macro.region}}'";
  const uid = await createPublished(client, profileBody("macros", [{ ...nginx, values }]));
  expect((await readProfile(client, uid)).status?.hasUserMacros).toBe(true);
});
