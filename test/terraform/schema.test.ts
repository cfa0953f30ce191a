import { palette } from "@palette-profiles/resources";
import {
  formatAddress,
  PALETTE_ADDRESS,
  PALETTE_ADDRESS_IN_OPENTOFU,
  providerSchemaJson,
} from "@palette-profiles/terraform-provider";
import { isOpenTofu } from "./binaries";
import { createProject } from "./terraform";

/** What Terraform prints from 1.12 and 1.14 on, and OpenTofu does not know. */
const NEWER = ["resource_identity_schemas", "list_resource_schemas"];

test("the schema that bindings are generated from is the one that Terraform reads from the provider", async () => {
  const address = formatAddress(isOpenTofu ? PALETTE_ADDRESS_IN_OPENTOFU : PALETTE_ADDRESS);
  const project = await createProject();
  const { stdout, stderr } = await project.run("providers", "schema", "-json");
  expect(stderr).toBe("");
  const printed = JSON.parse(stdout) as ReturnType<typeof providerSchemaJson>;
  const generated = JSON.parse(JSON.stringify(providerSchemaJson(palette, address))) as typeof printed;
  const parts = Object.entries(generated.provider_schemas[address] ?? {}).filter(
    ([part]) => !NEWER.includes(part) || Object.hasOwn(printed.provider_schemas[address] ?? {}, part),
  );
  expect(printed).toEqual({ ...generated, provider_schemas: { [address]: Object.fromEntries(parts) } });
  project.remove();
});
