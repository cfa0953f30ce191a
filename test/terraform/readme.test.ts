import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startServer } from "@palette-profiles/palette-server";
import { backendOf } from "../scenarios/backend";
import { actionsOf, createProject, serverEnvironment } from "./terraform";

const readme = readFileSync(join(__dirname, "../../packages/terraform-provider/README.md"), "utf8");
const [sample = "", overrides = ""] = [...readme.matchAll(/```hcl\n(.*?)```/gs)].map(([, text]) => text ?? "");

test("the README's program does what the README says", async () => {
  const server = await startServer();
  const backend = await backendOf(server);
  const project = await createProject(serverEnvironment(server));
  // The sample names the provider itself.
  project.write("terraform.tf", "");
  const plannedFor = async (text: string) => {
    project.write("main.tf", text);
    const ran = await project.plan();
    expect(ran.errors).toBe("");
    return actionsOf(ran);
  };
  expect(await plannedFor(sample)).toEqual(["create"]);
  expect((await project.apply()).errors).toBe("");
  expect(await plannedFor(sample)).toEqual([]);
  expect(await plannedFor(sample.replace("charts:", "# who owns this: us\n      charts:"))).toEqual([]);
  expect(await plannedFor(sample.replace("replicas: 1", "replicas: 2"))).toEqual(["update"]);
  expect(await plannedFor(sample.replace('version = "1.0.0"', 'version = "1.1.0"'))).toEqual(["update"]);
  expect((await project.apply()).errors).toBe("");
  expect((await backend.profiles()).map(({ spec }) => spec?.version).sort()).toEqual(["1.0.0", "1.1.0"]);
  project.remove();
  await server.close();
}, 60_000);

test("the README's overrides are laid over the pack's values, and go over those of another tag", async () => {
  const server = await startServer();
  const backend = await backendOf(server);
  const project = await createProject(serverEnvironment(server));
  const values = async () => (await backend.profiles())[0]?.spec?.published?.packs?.[0]?.values;
  project.write("main.tf", overrides);
  expect((await project.apply()).errors).toBe("");
  expect(await values()).toContain("      replicas: 3\n      # Plain HTTP behind an ingress that ends TLS.\n");
  project.write("main.tf", overrides.replace("7.7.5", "7.8.2").replace("replicas:", "replica:"));
  const { stdout } = await project.run("plan", "-input=false", "-no-color");
  expect(stdout).toContain("did you mean charts.argo-cd.server.replicas?");
  expect(stdout).toContain('"256Mi" -> "384Mi"');
  project.remove();
  await server.close();
}, 60_000);
