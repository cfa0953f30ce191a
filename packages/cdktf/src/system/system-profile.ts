import {
  type DeepMaybeUnknown,
  type ProfileModel,
  type ProfileProperties,
  type ProfileSettings,
  validateLayers,
  validateLayersConfig,
} from "@palette-profiles/profiles";
import type { Construct } from "constructs";
import * as l1 from "../generated/palette/system-profile";
import { errorsOf } from "../profile/errors-of";
import { Profile } from "../profile/profile";
import { chosenFor } from "../providers/implementation";
import { terraformText } from "../values/terraform-text";
import { withUnknowns } from "../values/with-unknowns";
import { fileBesideProgram } from "./file-beside-program";
import type { ISystemProfile } from "./i-system-profile";
import { type LayerChange, layerChange, layerChangeBlock } from "./layer-change";
import type { LayerChangeProps } from "./layer-change-props";
import type { SystemProfileProps } from "./system-profile-props";

const NOT_OFFICIAL =
  'the official provider has no system profiles; put this one into a stack of its own, whose PaletteProvider has implementation: "palette"';

/**
 * A system profile: the layers of the Enterprise cluster that hosts Palette. It comes with Palette: it is adopted and
 * changed, never created or deleted, and destroy lets go of it as it is. The provider needs a system administrator, by
 * token or by email address and password, and not an API key. The plan tells what a change means for the cluster, and an
 * upgrade of Palette is merged with what is written here.
 *
 * @example
 * SystemProfile.adopt(this, "system", {
 *   name: "enterprise-cluster",
 *   allowUpdate: true,
 *   backupFile: "backups/enterprise-cluster.yaml",
 *   changes: { kubernetes: { overrides: { pack: { podCIDR: "100.64.0.0/18" } } } },
 * });
 */
export class SystemProfile extends Profile implements ISystemProfile {
  /** Takes the profile of a name under management. Nothing changes in Palette until a layer is changed. */
  static adopt(scope: Construct, id: string, props: SystemProfileProps): SystemProfile {
    return new SystemProfile(scope, id, props);
  }

  protected readonly resource: l1.SystemProfile;
  private readonly layers: LayerChange[] = [];

  protected constructor(
    scope: Construct,
    id: string,
    private readonly props: SystemProfileProps,
  ) {
    super(scope, id);
    const { name, backupFile, changes = {}, ...life } = props;
    // CDKTF leaves "Default" out of Terraform's address: palette_system_profile.ID, and not .ID_Resource_1A2B3C4D.
    this.resource = new l1.SystemProfile(this, "Default", {
      ...life,
      name: terraformText(name),
      backupFile: backupFile === undefined ? undefined : terraformText(fileBesideProgram(this, backupFile)),
    });
    for (const [layer, change] of Object.entries(changes)) this.changeLayer(layer, change);
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

  /**
   * The layers that the program changes, with the unknown symbol wherever a token stands.
   * @internal
   */
  _model(): DeepMaybeUnknown<Pick<ProfileModel, "name" | "packs"> & ProfileSettings> {
    const { name, timeouts } = this.props;
    return withUnknowns({ name, timeouts, packs: this.layers });
  }

  /** @internal */
  _given(): ProfileProperties {
    const { provider, changes, ...header } = this.props;
    return { ...header, packs: this.layers };
  }

  /** @internal */
  protected _problems(): string[] {
    if (chosenFor(this, this.props.provider).implementation === "spectrocloud") return [NOT_OFFICIAL];
    const model = this._model();
    const { implementation } = chosenFor(this, this.props.provider);
    const refused = implementation === "spectrocloud" ? [NOT_OFFICIAL] : [];
    return [...refused, ...errorsOf([...validateLayers(model), ...validateLayersConfig(model)], model)];
  }
}
