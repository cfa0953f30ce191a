import { palette } from "@palette-profiles/resources";
import {
  formatAddress,
  PALETTE_ADDRESS,
  PALETTE_ADDRESS_IN_OPENTOFU,
  providerSchemaJson,
} from "@palette-profiles/terraform-provider";
import { isOpenTofu } from "./binaries";
import { createProject } from "./terraform";

test("the schema that bindings are generated from is the one that Terraform reads from the provider", async () => {
  const address = formatAddress(isOpenTofu ? PALETTE_ADDRESS_IN_OPENTOFU : PALETTE_ADDRESS);
  const project = await createProject();
  const { stdout, stderr } = await project.run("providers", "schema", "-json");
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(providerSchemaJson(palette, address))));
  project.remove();
});
