import type * as pulumi from "@pulumi/pulumi";
import { type SystemProfileArgs, SystemProfileBase } from "./system-profile.generated";

/**
 * The profile of the Enterprise cluster that hosts Palette. It is taken under management and changed, never created or
 * deleted: destroy lets go of it and leaves it as it is.
 *
 * - It needs a system administrator (`palette:systemEmail` and `palette:systemPassword`, or `palette:systemToken`), not an API key.
 * - Nothing changes without `allowUpdate`. What a change means for the cluster is said in the preview.
 * - What an upgrade of Palette brought is kept, and so is what is written here. Where both changed the same, the preview stops
 *   and shows both sides; `overwrite` names what then wins.
 * - `previousLayers`, and `backupFile` where given, hold the layers as they were before the last update.
 *
 * @example
 * ```ts
 * const enterprise = new SystemProfile("enterprise", {
 *   name: "enterprise-cluster",
 *   allowUpdate: true,
 *   backupFile: "backup/enterprise-cluster.yaml",
 *   packs: [{ name: "kubernetes", overrides: { pack: { podCIDR: "10.100.0.0/16" } } }],
 * });
 * ```
 */
export class SystemProfile extends SystemProfileBase {
  /**
   * @param name Pulumi's name for the resource; the profile's own is `args.name`.
   * @param args what is changed in the profile.
   * @param opts how Pulumi manages it. `import` is not possible for a resource without a plugin, and not needed: a system
   *   profile is taken over as it is.
   */
  constructor(name: string, args: SystemProfileArgs, opts?: pulumi.CustomResourceOptions) {
    super(name, args, opts);
  }

  /**
   * The profile as it is, which Pulumi then reads and does not manage.
   * @param id its `NAME` or `UID`.
   */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): SystemProfile {
    return new SystemProfile(name, {} as SystemProfileArgs, { ...opts, id });
  }
}
