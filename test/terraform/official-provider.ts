import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AnyValues } from "@palette-profiles/resource-kit";
import { builtBundle, installedProvider } from "./built-provider";

/** Terraform takes over a state from whatever registry its provider came from. */
const ADDRESS = "example.com/spectrocloud/spectrocloud";

/**
 * A CLI configuration with which Terraform also starts something for the official provider: a state that names a provider
 * is of no use without it, though Terraform only starts it, and asks the provider that the state is moved to.
 */
export function withOfficialProvider(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const executable = join(folder, "terraform-provider-spectrocloud");
  writeFileSync(executable, `#!/bin/sh\nexec "${process.execPath}" "${builtBundle()}" "$@"\n`);
  chmodSync(executable, 0o755);
  const configuration = readFileSync(installedProvider().cliConfig, "utf8");
  const file = join(folder, "terraform.tfrc");
  const overrides = `provider_installation {\n  dev_overrides {\n    "${ADDRESS}" = ${JSON.stringify(folder)}\n  }`;
  writeFileSync(file, configuration.replace("provider_installation {", overrides));
  return file;
}

/** A resource of the official provider: one, or those of a `for_each`. */
export interface OfficialResource {
  type: string;
  name: string;
  attributes?: AnyValues;
  instances?: { key: string; attributes: AnyValues }[];
}

/** A state file as the official provider leaves one behind. */
export function officialState(...resources: OfficialResource[]): string {
  return JSON.stringify({
    version: 4,
    terraform_version: "1.11.4",
    serial: 3,
    lineage: "5d0c9f6e-4c0e-4a5e-9a68-0d2f3ba6a4f1",
    outputs: {},
    resources: resources.map(({ type, name, attributes, instances }) => ({
      mode: "managed",
      type,
      name,
      provider: `provider["${ADDRESS}"]`,
      ...(instances !== undefined && { each: "map" }),
      instances: (instances ?? [{ key: undefined, attributes }]).map((it) => ({
        index_key: it.key,
        schema_version: 0,
        attributes: it.attributes,
        sensitive_attributes: [],
        dependencies: [],
      })),
    })),
  });
}
