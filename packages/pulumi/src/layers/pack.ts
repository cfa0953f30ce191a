import type * as pulumi from "@pulumi/pulumi";
import type { ClusterProfileManifestArgs, ClusterProfilePackArgs } from "../cluster-profile.generated";
import { withoutAbsent } from "../tiers/given";
import type { ValuesChoice } from "./given-values";
import type { RegistryChoice } from "./registry-choice";

type VersionChoice =
  | {
      /** The pack's version, such as `7.8.2`, or a train such as `7.8.x`. */
      tag: pulumi.Input<string>;
      /** The pack's uid. Left out, it follows from registry, name and tag. */
      uid?: pulumi.Input<string>;
    }
  | {
      /** The pack's uid, in place of its tag. */
      uid: pulumi.Input<string>;
      tag?: undefined;
    };

/** What {@link pack} takes. `V` is the type of the pack's values, as `palette-profiles types` writes it. */
export type PackArgs<V extends object = object> = {
  /** The pack's name, such as `argo-cd`; `mine--argo-cd` is the same pack under another name. */
  name: pulumi.Input<string>;
  /** `spectro`, or `oci` for a pack in an OCI registry. Default `spectro`. */
  type?: pulumi.Input<"spectro" | "oci">;
  /** Manifests that come with the layer. */
  manifests?: pulumi.Input<pulumi.Input<ClusterProfileManifestArgs>[]>;
} & VersionChoice &
  RegistryChoice &
  ValuesChoice<V>;

/**
 * A layer that is a pack, for `ClusterProfileArgs.packs`. Outputs may stand anywhere.
 *
 * @example
 * ```ts
 * pack<ArgoCdValues>({
 *   name: "argo-cd",
 *   tag: "7.8.2",
 *   overrides: { charts: { "argo-cd": { server: { replicas: 3 } } } },
 * });
 * ```
 */
export function pack<V extends object = object>(args: PackArgs<V>): ClusterProfilePackArgs {
  return withoutAbsent({ ...args } as ClusterProfilePackArgs);
}
