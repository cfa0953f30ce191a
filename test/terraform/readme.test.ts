import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startServer } from "@palette-profiles/palette-server";
import { backendOf } from "../scenarios/backend";
import { actionsOf, createProject, serverEnvironment } from "./terraform";

const readme = readFileSync(join(__dirname, "../../packages/terraform-provider/README.md"), "utf8");
const sample = /```hcl\n(.*?)```/s.exec(readme)?.[1] ?? "";

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
