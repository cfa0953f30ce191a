import { validateLayers } from "@palette-profiles/profiles";
import { Construct } from "constructs";
import * as l1 from "../generated/palette/system-profile";
import { terraformText } from "../values/terraform-text";
import { withUnknowns } from "../values/with-unknowns";
import { fileBesideProgram } from "./file-beside-program";
import type { ISystemProfile } from "./i-system-profile";
import { type LayerChange, layerChange, layerChangeBlock } from "./layer-change";
import type { LayerChangeProps } from "./layer-change-props";
import type { SystemProfileProps } from "./system-profile-props";

/**
 * A system profile: the layers of the Enterprise cluster that hosts Palette. It comes with Palette: it is adopted and
 * changed, never created or deleted, and destroy lets go of it as it is. The provider needs a system administrator, by
 * token or by email address and password, and not an API key. The plan tells what a change means for the cluster, and an
 * upgrade of Palette is merged with what is written here.
 *
 * @example
 * const system = SystemProfile.adopt(this, "system", {
 *   name: "enterprise-cluster",
 *   allowUpdate: true,
 *   backupFile: "backups/enterprise-cluster.yaml",
 * });
 * system.changeLayer("kubernetes", { overrides: { pack: { podCIDR: "100.64.0.0/18" } } });
 */
export class SystemProfile extends Construct implements ISystemProfile {
  /** Takes the profile of a name under management. Nothing changes in Palette until a layer is changed. */
  static adopt(scope: Construct, id: string, props: SystemProfileProps): SystemProfile {
    return new SystemProfile(scope, id, props);
  }

  /** The generated resource beneath; from outside `node.defaultChild`. */
  protected readonly resource: l1.SystemProfile;
  private readonly layers: LayerChange[] = [];

  protected constructor(scope: Construct, id: string, props: SystemProfileProps) {
    super(scope, id);
    const { name, backupFile, ...life } = props;
    // CDKTF leaves "Default" out of Terraform's address: palette_system_profile.ID, and not .ID_Resource_1A2B3C4D.
    this.resource = new l1.SystemProfile(this, "Default", {
      ...life,
      name: terraformText(name),
      backupFile: backupFile === undefined ? undefined : terraformText(fileBesideProgram(this, backupFile)),
    });
    this.node.addValidation({ validate: () => this.problems(name) });
  }

  get uid(): string {
    return this.resource.id;
  }

  get name(): string {
    return this.resource.name;
  }

  get version(): string {
    return this.resource.version;
  }

  /**
   * Changes a layer that the profile has. Needs `allowUpdate`, where anything differs from what Palette holds.
   *
   * @param name the layer's name in the profile, such as `kubernetes`
   */
  changeLayer(name: string, props: LayerChangeProps): void {
    this.layers.push(layerChange(name, props));
    this.resource.putPack(this.layers.map(layerChangeBlock));
  }

  private problems(name: string): string[] {
    return validateLayers(withUnknowns({ name, packs: this.layers }))
      .filter(({ severity }) => severity === "error")
      .map(({ message }) => message);
  }
}
