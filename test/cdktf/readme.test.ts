import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { backendOf } from "../scenarios/backend";
import { type CdktfProject, copyExample } from "./cdktf-project";
import { readmePrograms } from "./readme-programs";

let server: RunningServer;
let project: CdktfProject;

beforeAll(async () => {
  server = await startServer();
  project = copyExample("cdktf-app-profile", server, { TF_VAR_token: "canary" });
});

afterAll(async () => {
  project?.remove();
  await server?.close();
});

test("The README's program deploys", async () => {
  const [program = ""] = readmePrograms();
  writeFileSync(join(project.folder, "main.ts"), program);
  const { status, output } = await project.cdktf("deploy", "--auto-approve");
  expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining("1 added") });
  const [profile] = await (await backendOf(server)).profiles();
  expect(profile?.metadata?.name).toBe("platform-add-ons");
  expect(profile?.spec?.published?.packs?.map(({ name }) => name)).toEqual(["cert-manager", "argo-cd", "namespaces"]);
}, 60_000);

test("What it says of the generated classes goes with that program", async () => {
  const [program = ""] = readmePrograms();
  const [below = ""] = readmePrograms("Below the constructs");
  writeFileSync(join(project.folder, "main.ts"), program.replace("app.synth();", `${below}\napp.synth();`));
  const { status, output } = await project.cdktf("diff");
  expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining("0 to add, 1 to change") });
  expect(output).toContain('+ name = "nginx"');
}, 60_000);

test("The overrides, values and variables that it shows go with that program, and match the pack's values", async () => {
  const [program = ""] = readmePrograms();
  const more = ["Layers", "Values", "Variables"].flatMap((section) => readmePrograms(section)).join("\n");
  mkdirSync(join(project.folder, "values"));
  writeFileSync(join(project.folder, "values/nginx.yaml"), "# ours\ncharts:\n  ingress-nginx:\n    controller: {}\n");
  writeFileSync(join(project.folder, "values/nginx.prod.yaml"), "pack:\n  namespace: ingress\n");
  writeFileSync(join(project.folder, "values/prometheus.yaml"), "# as Helm has it\nfullnameOverride: prom\n");
  writeFileSync(join(project.folder, "main.ts"), program.replace("app.synth();", `${more}\napp.synth();`));
  const { status, output } = await project.cdktf("diff");
  expect({ status, output }).toMatchObject({ status: 0, output: expect.stringContaining("0 to add, 1 to change") });
  expect(output).toMatch(/\+ overrides += /);
  expect(output).not.toContain("match no default value");
  expect(output).not.toContain("canary");
  expect(output).toContain("# ours charts: ingress-nginx: controller: replicaCount: 3 pack: namespace: ingress");
  expect(output).toContain(
    "pack: namespace: monitoring charts: kube-prometheus-stack: # as Helm has it fullnameOverride: prom",
  );
}, 60_000);
