import { type TerraformDataSource, Token } from "cdktf";
import { Construct } from "constructs";
import { DataPaletteRegistry } from "../generated/palette/data-palette-registry";
import { DataSpectrocloudRegistry } from "../generated/spectrocloud/data-spectrocloud-registry";
import { chosenFor } from "../providers/implementation";
import { terraformTexts } from "../values/terraform-text";
import type { PackRegistryProps } from "./pack-registry-props";

const TYPES = ["spectro", "helm", "oci"];

/**
 * A registry of packs or Helm charts that Palette has. Terraform looks it up once, for all layers that take from it.
 *
 * @example
 * const registry = PackRegistry.fromName(this, "public", { name: "Public Repo" });
 * addOns.addPack({ name: "cert-manager", tag: "1.16.2", registry });
 */
export class PackRegistry extends Construct {
  static fromName(scope: Construct, id: string, props: PackRegistryProps): PackRegistry {
    return new PackRegistry(scope, id, props);
  }

  private readonly found: TerraformDataSource;

  private constructor(scope: Construct, id: string, { provider, ...key }: PackRegistryProps) {
    super(scope, id);
    const config = { ...terraformTexts(key), provider };
    // CDKTF leaves "Default" out of Terraform's address: data.palette_registry.ID.
    this.found =
      chosenFor(this, provider).implementation === "spectrocloud"
        ? new DataSpectrocloudRegistry(this, "Default", config)
        : new DataPaletteRegistry(this, "Default", config);
    this.node.addValidation({ validate: () => problems(key) });
  }

  /** The registry's uid: a token, known when Terraform plans. */
  get uid(): string {
    return this.found.getStringAttribute("id");
  }

  /** The registry's name: a token. */
  get name(): string {
    return this.found.getStringAttribute("name");
  }
}

function problems({ name, type }: PackRegistryProps): string[] {
  if (type === undefined || Token.isUnresolved(type) || TYPES.includes(type)) return [];
  return [`the type "${type}" of the registry "${name}" is unknown; use one of ${TYPES.join(", ")}`];
}
