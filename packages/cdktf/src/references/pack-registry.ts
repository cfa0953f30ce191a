import { type TerraformDataSource, Token } from "cdktf";
import type { Construct } from "constructs";
import { DataPaletteRegistry } from "../generated/palette/data-palette-registry";
import { DataSpectrocloudRegistry } from "../generated/spectrocloud/data-spectrocloud-registry";
import { chosenFor } from "../providers/implementation";
import { terraformTexts } from "../values/terraform-text";
import type { PackRegistryProps } from "./pack-registry-props";
import { Reference } from "./reference";

const TYPES = ["spectro", "helm", "oci"];

/**
 * A registry of packs or Helm charts that Palette has. Terraform looks it up once, for all layers that take from it.
 *
 * @example
 * const registry = PackRegistry.fromName(this, "public", { name: "Public Repo" });
 * addOns.addPack({ name: "cert-manager", tag: "1.16.2", registry });
 */
export class PackRegistry extends Reference {
  /** The registry of a name. */
  static fromName(scope: Construct, id: string, props: PackRegistryProps): PackRegistry {
    return new PackRegistry(scope, id, props);
  }

  protected readonly source: TerraformDataSource;

  private constructor(
    scope: Construct,
    id: string,
    private readonly props: PackRegistryProps,
  ) {
    super(scope, id);
    const { provider, ...key } = props;
    const config = { ...terraformTexts(key), provider };
    // CDKTF leaves "Default" out of Terraform's address: data.palette_registry.ID.
    this.source =
      chosenFor(this, provider).implementation === "spectrocloud"
        ? new DataSpectrocloudRegistry(this, "Default", config)
        : new DataPaletteRegistry(this, "Default", config);
  }

  /** @internal */
  protected _problems(): string[] {
    const { name, type } = this.props;
    if (type === undefined || Token.isUnresolved(type) || TYPES.includes(type)) return [];
    return [`the type "${type}" of the registry "${name}" is unknown; use one of ${TYPES.join(", ")}`];
  }
}
