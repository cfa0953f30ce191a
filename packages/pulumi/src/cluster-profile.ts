import type * as pulumi from "@pulumi/pulumi";
import { type ClusterProfileArgs, ClusterProfileBase } from "./cluster-profile.generated";

/**
 * A cluster profile: the layers that make a Kubernetes cluster, in versions.
 *
 * - A new `version` makes a new version in Palette and keeps those there are. `uid` is the current version's; give that
 *   to clusters. Pulumi's own `id` names the whole lineage (`project/Default/platform`) and never changes.
 * - Formatting and comments in `values` and manifests are not changes.
 * - Packs, tags, registries and rules are checked in the preview, each error at its property.
 * - `defaultValue` of a variable is always a secret.
 * - Destroy removes the versions that this resource made; `skipDestroy` keeps them.
 *
 * @example
 * ```ts
 * const platform = new ClusterProfile("platform", {
 *   name: "platform",
 *   version: "1.0.0",
 *   packs: [{ name: "argo-cd", tag: "8.5.7", values: "charts:\n  argo-cd:\n    server:\n      replicas: 2\n" }],
 * });
 * export const uid = platform.uid;
 * ```
 */
export class ClusterProfile extends ClusterProfileBase {
  /**
   * @param name Pulumi's name for the resource; the profile's own is `args.name`.
   * @param args what the profile is.
   * @param opts how Pulumi manages it. `import` is not possible for a resource without a plugin.
   */
  constructor(name: string, args: ClusterProfileArgs, opts?: pulumi.CustomResourceOptions) {
    super(name, args, opts);
  }

  /**
   * A profile that exists, which Pulumi then reads and does not manage.
   * @param id how the resource is imported: `NAME:CONTEXT[:VERSION]` or `UID:CONTEXT`.
   */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): ClusterProfile {
    return new ClusterProfile(name, {} as ClusterProfileArgs, { ...opts, id });
  }
}
