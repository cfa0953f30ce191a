import { palette } from "@palette-profiles/resources";
import { providerSchemaJson } from "@palette-profiles/terraform-provider";
import { createProject } from "./terraform";

test("the schema that bindings are generated from is the one that Terraform reads from the provider", async () => {
  const project = await createProject();
  const { stdout, stderr } = await project.run("providers", "schema", "-json");
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(providerSchemaJson(palette))));
  project.remove();
});
