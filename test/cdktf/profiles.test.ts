import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { type Backend, backendOf } from "../scenarios/backend";
import { CREDENTIALS } from "../scenarios/system";
import { type CdktfProject, copyExample } from "./cdktf-project";
import { readmePrograms } from "./readme-programs";

// One life of the README's app profile and system profile, in order: each test goes on from the one before it.
let server: RunningServer;
let backend: Backend;
let project: CdktfProject;

beforeAll(async () => {
  server = await startServer({ seed: join(__dirname, "../scenarios/table/system/seed.yaml") });
  backend = await backendOf(server);
  project = copyExample("cdktf-app-profile", server, { ...CREDENTIALS, TF_VAR_cache_password: "hunter2" });
  writeFileSync(join(project.folder, "main.ts"), program());
});

afterAll(async () => {
  project?.remove();
  await server?.close();
});

jest.setTimeout(120_000);

const BACKUP = "backups/palette-enterprise.yaml";

function program(): string {
  const sections = ["App profiles", "System profiles"].flatMap((section) => readmePrograms(section));
  return `import { PaletteProvider } from "@palette-profiles/cdktf";
import { App, TerraformStack } from "cdktf";
const app = new App();
const stack = new TerraformStack(app, "profiles");
new PaletteProvider(stack, "palette");
${sections.join("\n")}
app.synth();
`;
}

const CHECK = "--noEmit --strict --skipLibCheck --target es2022 --module nodenext main.ts".split(" ");

async function tiersHeld() {
  const [app] = await backend.appProfiles();
  return Object.fromEntries((app?.tiers ?? []).map((tier) => [tier.metadata?.name, tier]));
}

const systemValues = async () => (await backend.systemProfile()).spec?.published?.packs?.[1]?.values ?? "";

test("The README's programs compile under strict settings", async () => {
  const run = await project.run(process.execPath, [require.resolve("typescript/bin/tsc"), ...CHECK]);
  expect(run).toEqual({ status: 0, output: "" });
});

test("A deploy makes the app profile of the README, and adopts and changes its system profile", async () => {
  const before = await systemValues();
  const { status, output } = await project.cdktf("deploy", "--auto-approve");
  expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining("2 added") });
  expect(output).not.toContain("hunter2");

  const tiers = await tiersHeld();
  expect(Object.keys(tiers)).toEqual(["db", "api", "ui", "cache"]);
  // The text that Palette puts an address into has come through CDKTF and Terraform as it is.
  expect(tiers.api?.spec?.values).toContain('"{{.spectro.app.$appDeploymentName.db.POSTGRESMSTR_SVC}}"');
  expect(tiers.ui?.spec?.values).toContain(
    "http://{{.spectro.app.$appDeploymentName.api.CONTAINER_SVC}}:{{.spectro.app.$appDeploymentName.api.CONTAINER_SVC_PORT}}",
  );

  const after = await systemValues();
  expect(before).not.toContain("100.64.0.0/16");
  expect(after).toContain("100.64.0.0/16");
  expect(after).toContain("100.96.0.0/12");
});

test("The backup lies beside the program, and not in what CDKTF throws away", () => {
  expect(readFileSync(join(project.folder, BACKUP), "utf8")).toContain("palette-enterprise");
  expect(existsSync(join(project.folder, "cdktf.out/stacks/profiles/backups"))).toBe(false);
});

test("One image is an update of one tier, and the system profile has nothing to say", async () => {
  project.edit("main.ts", "shop-ui:1.4.0", "shop-ui:1.5.0");
  const diff = await project.cdktf("diff");
  expect(diff).toMatchObject({ status: 0, output: expect.stringContaining("0 to add, 1 to change, 0 to destroy") });
  expect(diff.output).toContain("palette_app_profile.shop (shop/Default) will be updated in-place");
  expect(diff.output).not.toContain("hunter2");
});

test("A destroy removes the app profile, and lets go of the system profile as it is", async () => {
  const held = await systemValues();
  const { status, output } = await project.cdktf("destroy", "--auto-approve");
  expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining("2 destroyed") });
  expect(await backend.appProfiles()).toEqual([]);
  expect(await systemValues()).toBe(held);
});
