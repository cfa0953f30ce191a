import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { yamlValue } from "@palette-profiles/profiles";
import { type Backend, backendOf } from "../scenarios/backend";
import { type CdktfProject, copyExample, LIBRARIES } from "./cdktf-project";
import { readmePrograms } from "./readme-programs";

jest.setTimeout(120_000);

/** The README's two stacks, and a reference by uid. */
function program(): string {
  const [platform = ""] = readmePrograms();
  const [team = ""] = readmePrograms("References");
  const byUid = `const { version } = ProfileVersion.fromUid(team, "by-uid", baseline.uid);
new TerraformOutput(team, "found", { value: { uid: baseline.uid, version } });`;
  return platform.replace("app.synth();", `${team}${byUid}\napp.synth();`);
}

// One life of two stacks in each library, in order: each test goes on from where the one before it ended.
describe.each(LIBRARIES)("With %s", (library) => {
  let server: RunningServer;
  let backend: Backend;
  let project: CdktfProject;

  beforeAll(async () => {
    server = await startServer();
    backend = await backendOf(server);
    const template = { type: "add-on" as const, cloudType: "all", packs: [] };
    await backend.api.create({ metadata: { name: "security-baseline" }, spec: { version: "2.1.0", template } });
    project = copyExample("cdktf-app-profile", server, {}, library);
    project.write("main.ts", program());
  });

  afterAll(async () => {
    project?.remove();
    await server?.close();
  });

  const deploy = () => project.cdktf("deploy", "*", "--auto-approve");
  const uidOf = async (name: string, version: string) =>
    (await backend.profiles()).find(({ metadata, spec }) => metadata?.name === name && spec?.version === version)
      ?.metadata?.uid;
  const stateOf = (stack: string): State =>
    JSON.parse(readFileSync(join(project.folder, `terraform.${stack}.tfstate`), "utf8"));

  /** What the team's profile says of the profiles beneath it. */
  async function about(): Promise<unknown> {
    const uid = await uidOf("shop-add-ons", "1.0.0");
    const { spec } = await backend.api.manifests(uid ?? "");
    return yamlValue(spec?.packs?.flatMap((pack) => pack.spec?.manifests ?? [])[0]?.content ?? "");
  }

  async function expectBuiltOn(version: string): Promise<void> {
    const addOns = await uidOf("platform-add-ons", version);
    expect(await about()).toMatchObject({ data: { addOns, version, baseline: "security-baseline 2.1.0" } });
    const { outputs, resources } = stateOf("team");
    expect(outputs).toMatchObject({
      add_ons_uid: { value: addOns },
      found: { value: { uid: await uidOf("security-baseline", "2.1.0"), version: "2.1.0" } },
    });
    expect(resources.map(({ mode, type, name }) => `${mode} ${type}.${name}`)).toEqual([
      "data palette_cluster_profile.baseline",
      "data palette_cluster_profile.by-uid",
      "data palette_project.project",
      "data palette_registry.public",
      "data terraform_remote_state.cross-stack-reference-input-platform",
      "managed palette_cluster_profile.shop",
    ]);
    expect(Object.keys(stateOf("platform").outputs)).toEqual([
      "cross-stack-output-palette_cluster_profileadd-onsid",
      "cross-stack-output-palette_cluster_profileadd-onsversion",
      "uid",
    ]);
  }

  test("One deploy makes both stacks, and the team's profile knows what the platform's has become", async () => {
    const { status, output } = await deploy();
    expect({ status, output }).toMatchObject({ status: 0, output: expect.stringMatching(/1 added.*1 added/) });
    await expectBuiltOn("1.0.0");
  });

  test("Neither stack has anything left to change", async () => {
    const plan = ["plan", "-no-color", "-detailed-exitcode"];
    const folder = (stack: string) => join(project.folder, "cdktf.out/stacks", stack);
    const plans = await Promise.all(["platform", "team"].map((stack) => project.run("terraform", plan, folder(stack))));
    const unchanged = { status: 0, output: expect.stringContaining("No changes.") };
    expect(plans).toEqual([unchanged, unchanged]);
  });

  test("A new version in the platform's stack reaches the team's in one deploy, at the same addresses", async () => {
    project.edit("main.ts", 'version: "1.0.0"', 'version: "1.1.0"');
    const { status, output } = await deploy();
    const changed = /0 added, 1 changed, 0 destroyed.*0 added, 1 changed, 0 destroyed/;
    expect({ status, output }).toMatchObject({ status: 0, output: expect.stringMatching(changed) });
    await expectBuiltOn("1.1.0");
  });

  test("A destroy ends the team's stack and then the platform's, and leaves what it only referred to", async () => {
    const { status, output } = await project.cdktf("destroy", "*", "--auto-approve");
    const order = /palette_cluster_profile\.shop: Destroying.*palette_cluster_profile\.add-ons: Destroying/;
    expect({ status, output }).toMatchObject({ status: 0, output: expect.stringMatching(order) });
    expect((await backend.profiles()).map(({ metadata }) => metadata?.name)).toEqual(["security-baseline"]);
  });
});

/** What Terraform keeps of a stack. */
interface State {
  outputs: Record<string, { value: unknown }>;
  resources: { mode: string; type: string; name: string }[];
}
