import type * as pulumi from "@pulumi/pulumi";
import type { AppProfileManifestArgs } from "../app-profile.generated";
import { type Tier, withoutAbsent } from "./given";

/** What {@link helmTier} takes. */
export interface HelmTierArgs {
  /** The tier's name, which other tiers refer to. */
  name: string;
  /** The chart's name in its registry. Default: the tier's name. */
  packName?: pulumi.Input<string>;
  /** The chart's version. */
  tag: pulumi.Input<string>;
  /** The Helm registry, by name. Default: the only one that has the chart. */
  registryName?: pulumi.Input<string>;
  /** The chart's values, as YAML or as an object. Default: its own. */
  values?: pulumi.Input<string | pulumi.Inputs>;
  /** Manifests that go with the chart. */
  manifests?: pulumi.Input<pulumi.Input<AppProfileManifestArgs>[]>;
  /** Lower numbers are installed first. Default 0. */
  installOrder?: pulumi.Input<number>;
}

/** A Helm chart. */
export function helmTier(args: HelmTierArgs): Tier {
  return withoutAbsent({ ...args, type: "helm" });
}
