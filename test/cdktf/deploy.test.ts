import { resolve } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { type Backend, backendOf } from "../scenarios/backend";
import { type CdktfProject, copyExample } from "./cdktf-project";

// One program's life, in order: each test goes on from where the one before it ended.
let server: RunningServer;
let backend: Backend;
let project: CdktfProject;

beforeAll(async () => {
  server = await startServer();
  backend = await backendOf(server);
  project = copyExample("cdktf-cluster-profiles", server);
});

afterAll(async () => {
  project?.remove();
  await server?.close();
});

jest.setTimeout(120_000);

const writes = async () =>
  (await backend.calls()).filter((call) => /^(POST|PUT|PATCH|DELETE) \/v1\/clusterprofiles/.test(call));
const layersOf = async (name: string) => {
  const profile = (await backend.profiles()).find(({ metadata }) => metadata?.name === name);
  return profile?.spec?.published?.packs?.map((pack) => ({ name: pack.name, tag: pack.tag, values: pack.values }));
};

test("The example compiles under the strict settings of the repository", async () => {
  const example = resolve(__dirname, "../../examples/cdktf-cluster-profiles");
  const run = await project.run(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", example]);
  expect(run).toEqual({ status: 0, output: "" });
});

test("A first deploy makes both profiles, with their layers in order", async () => {
  const { status, output } = await project.cdktf("deploy", "--auto-approve");
  expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining("2 added, 0 changed") });
  const profiles = await backend.profiles();
  expect(profiles.map(({ metadata }) => metadata?.name).sort()).toEqual(["aws-infra", "platform-add-ons"]);
  // They are the stack's outputs.
  for (const { metadata } of profiles) expect(output).toContain(metadata?.uid);
  expect(await layersOf("aws-infra")).toMatchObject([
    { name: "ubuntu-aws", tag: "22.04" },
    { name: "kubernetes", tag: "1.32.1" },
    { name: "cni-calico", tag: "3.29.1" },
    { name: "csi-aws-ebs", tag: "1.37.0" },
  ]);
  expect((await layersOf("platform-add-ons"))?.map(({ name }) => name)).toEqual([
    "cert-manager",
    "prometheus-operator",
    "argo-cd",
  ]);
});

test("A second deploy changes nothing and writes nothing", async () => {
  await backend.forget();
  const { status, output } = await project.cdktf("deploy", "--auto-approve");
  expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining("No changes.") });
  expect(await writes()).toEqual([]);
});

test("A comment is no change", async () => {
  project.edit("values/argo-cd.yaml", "# The web page and the API.", "# What people see.");
  const { status, output } = await project.cdktf("diff");
  expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining("No changes.") });
});

test("One value is an update of one resource, and of one line", async () => {
  project.edit("values/argo-cd.yaml", "replicas: 1", "replicas: 2");
  const diff = await project.cdktf("diff");
  expect(diff).toMatchObject({ status: 0, output: expect.stringContaining("0 to add, 1 to change, 0 to destroy") });
  expect(diff.output).toContain(
    "palette_cluster_profile.platform-add-ons (platform-add-ons/Default) will be updated in-place",
  );
  expect(diff.output).toContain("- replicas: 1 + replicas: 2");

  await backend.forget();
  const deploy = await project.cdktf("deploy", "--auto-approve");
  expect(deploy).toMatchObject({ status: 0, output: expect.stringContaining("0 added, 1 changed, 0 destroyed") });
  const argoCd = (await layersOf("platform-add-ons"))?.find(({ name }) => name === "argo-cd");
  expect(argoCd?.values).toContain("replicas: 2");
  expect(await writes()).toEqual(["PUT /v1/clusterprofiles/{uid}", "PATCH /v1/clusterprofiles/{uid}/publish"]);
});

test("A duplicate layer stops at synth, before Palette is asked anything", async () => {
  const layer = 'addOns.addPack({ name: "cert-manager", tag: "1.16.2" });';
  project.edit("main.ts", layer, `${layer}\n${layer}`);
  await backend.forget();
  const { status, output } = await project.cdktf("deploy", "--auto-approve");
  expect(status).not.toBe(0);
  expect(output).toContain('[platform/platform-add-ons] layers 1 and 2 are both "cert-manager"');
  expect(await backend.calls()).toEqual([]);
  project.edit("main.ts", `${layer}\n${layer}`, layer);
});

test("A destroy leaves nothing in Palette", async () => {
  const { status, output } = await project.cdktf("destroy", "--auto-approve");
  expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining("2 destroyed") });
  expect(await backend.profiles()).toEqual([]);
});
