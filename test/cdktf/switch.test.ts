import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { Testing } from "cdktf";
import { wholeProgram } from "../../packages/cdktf/src/providers/whole-program.test-support";
import { type Backend, backendOf } from "../scenarios/backend";
import { withOfficialProvider } from "../terraform/official-provider";
import { actionsOf, createProject, type Project, serverEnvironment } from "../terraform/terraform";
import { appliedByTheOfficial, type Program } from "./applied-by-the-official";

// The same program beneath the official provider, and then beneath ours, planned by Terraform over what the first one left.
// One life, in order: each test goes on from the one before it.
jest.setTimeout(60_000);
let server: RunningServer;
let backend: Backend;
let project: Project;
let folder: string;

beforeAll(async () => {
  server = await startServer({ seed: join(__dirname, "../scenarios/table/layers/seed.yaml") });
  backend = await backendOf(server);
  folder = mkdtempSync(join(tmpdir(), "palette-switch-"));
  project = await createProject({
    ...serverEnvironment(server),
    TF_CLI_CONFIG_FILE: withOfficialProvider(join(folder, "official")),
  });
  // The program says by itself which provider it needs.
  project.write("terraform.tf", "");
  const official = programOf({ implementation: "spectrocloud" });
  project.write("terraform.tfstate", await appliedByTheOfficial(server, official));
  await backend.forget();
});

afterAll(async () => {
  project?.remove();
  rmSync(folder, { recursive: true, force: true });
  await server?.close();
});

function programOf(props: Parameters<typeof wholeProgram>[0]): Program {
  return JSON.parse(Testing.synth(wholeProgram(props), true)) as Program;
}

const writes = async () => (await backend.calls()).filter((call) => !call.startsWith("GET "));

interface Planned {
  resource_changes: { address: string; previous_address?: string; change: { actions: string[] } }[];
}

test("The switch moves each profile, in the root of the stack and in a construct, and plans no change", async () => {
  project.write("cdk.tf.json", JSON.stringify(programOf({ movedFrom: "spectrocloud" })));
  const { errors, stdout } = await project.plan("-out=plan");
  expect(errors).toBe("");
  expect(stdout).toContain("0 to add, 0 to change, 0 to destroy");
  expect(stdout).not.toContain("aHVudGVyMg");
  const { resource_changes } = await project.show<Planned>("plan");
  expect(resource_changes.map((it) => [it.previous_address, it.address, it.change.actions]).sort()).toEqual([
    ["spectrocloud_application_profile.shop", "palette_app_profile.shop", ["no-op"]],
    [
      expect.stringMatching(/^spectrocloud_application_profile\.team_shop_[0-9A-F]{8}$/),
      expect.stringMatching(/^palette_app_profile\.team_shop_[0-9A-F]{8}$/),
      ["no-op"],
    ],
    [
      expect.stringMatching(/^spectrocloud_cluster_profile\.team_web_[0-9A-F]{8}$/),
      expect.stringMatching(/^palette_cluster_profile\.team_web_[0-9A-F]{8}$/),
      ["no-op"],
    ],
    ["spectrocloud_cluster_profile.web", "palette_cluster_profile.web", ["no-op"]],
  ]);
});

test("An apply of it writes nothing to Palette, and leaves nothing of the official provider", async () => {
  const { errors } = await project.apply();
  expect(errors).toBe("");
  expect(await writes()).toEqual([]);
  expect(project.state()).not.toContain("spectrocloud/spectrocloud");
});

test("Then the plan is empty, and without movedFrom too", async () => {
  for (const props of [{ movedFrom: "spectrocloud" }, {}]) {
    project.write("cdk.tf.json", JSON.stringify(programOf(props)));
    const plan = await project.plan();
    expect([plan.errors, actionsOf(plan)]).toEqual(["", []]);
  }
});

test("A password that was taken over is shown in no later plan", async () => {
  const changed = JSON.stringify(programOf({})).replaceAll('redisVolumeSize":"2"', 'redisVolumeSize":"4"');
  project.write("cdk.tf.json", changed);
  await project.plan("-out=plan");
  const { stdout } = await project.run("show", "-no-color", "plan");
  expect(stdout).toContain("2 to change");
  expect(stdout).toContain('"redisVolumeSize" = "2" -> "4"');
  expect(stdout).not.toContain("aHVudGVyMg");
});
