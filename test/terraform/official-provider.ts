import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { AnyValues } from "@palette-profiles/resource-kit";
import type { Installed } from "@palette-profiles/terraform-provider";
import { builtBundle, installedProvider } from "./built-provider";

/** Terraform takes over a state from whatever registry its provider came from. */
const ADDRESS = "example.com/spectrocloud/spectrocloud";
const VERSION = "0.29.9";

/**
 * A CLI configuration with which Terraform also starts something for the official provider: a state that names a provider
 * is of no use without it, though Terraform only starts it, and asks the provider that the state is moved to.
 */
export function withOfficialProvider(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeStandIn(join(folder, "terraform-provider-spectrocloud"));
  const configuration = readFileSync(installedProvider().cliConfig, "utf8");
  const file = join(folder, "terraform.tfrc");
  const overrides = `provider_installation {\n  dev_overrides {\n    "${ADDRESS}" = ${JSON.stringify(folder)}\n  }`;
  writeFileSync(file, configuration.replace("provider_installation {", overrides));
  return file;
}

/**
 * The same for who runs `terraform init`, which finds nothing by `dev_overrides`: puts it into the mirror that the CLI
 * configuration names, and has Terraform look for it there alone.
 */
export function mirrorOfficialProvider({ executable, cliConfig }: Installed): void {
  // .../mirror/HOST/NAMESPACE/NAME/VERSION/PLATFORM/FILE
  const [mirror, platform] = [resolve(dirname(executable), "../../../../.."), basename(dirname(executable))];
  const folder = join(mirror, ADDRESS, VERSION, platform);
  mkdirSync(folder, { recursive: true });
  writeStandIn(join(folder, `terraform-provider-spectrocloud_v${VERSION}`));
  const configuration = readFileSync(cliConfig, "utf8");
  writeFileSync(cliConfig, configuration.replace(/clude = \[/g, `$&"${ADDRESS}", `));
}

function writeStandIn(executable: string): void {
  writeFileSync(executable, `#!/bin/sh\nexec "${process.execPath}" "${builtBundle()}" "$@"\n`);
  chmodSync(executable, 0o755);
}

/** A resource of the official provider: one, or those of a `for_each`. */
export interface OfficialResource {
  /** As in addresses: `module.web`. Default: the root's. */
  module?: string;
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
    resources: resources.map(({ module, type, name, attributes, instances }) => ({
      module,
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
