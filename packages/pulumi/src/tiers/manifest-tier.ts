import type * as pulumi from "@pulumi/pulumi";
import type { AppProfileManifestArgs } from "../app-profile.generated";
import { type Tier, withoutAbsent } from "./given";

/** What {@link manifestTier} takes: `content` or `manifests`. */
export interface ManifestTierArgs {
  /** The tier's name. */
  name: string;
  /** The only manifest, as YAML; it gets the tier's name. */
  content?: pulumi.Input<string>;
  /** Several manifests, in order. */
  manifests?: pulumi.Input<pulumi.Input<AppProfileManifestArgs>[]>;
  /** Lower numbers are installed first. Default 0. */
  installOrder?: pulumi.Input<number>;
}

/**
 * Kubernetes manifests.
 * @throws where both `content` and `manifests` are given, or neither.
 */
export function manifestTier({ content, ...args }: ManifestTierArgs): Tier {
  if ((content === undefined) === (args.manifests === undefined)) {
    throw new Error(`The manifest tier "${args.name}" needs either content, which is one manifest, or manifests.`);
  }
  const manifests = content === undefined ? args.manifests : [{ name: args.name, content }];
  return withoutAbsent({ ...args, type: "manifest", manifests } as Tier);
}
