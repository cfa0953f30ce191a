import type * as pulumi from "@pulumi/pulumi";
import type { ClusterProfileManifestArgs, ClusterProfilePackArgs } from "../cluster-profile.generated";
import { withoutAbsent } from "../tiers/given";
import type { ValuesChoice } from "./given-values";
import type { RegistryChoice } from "./registry-choice";

/** What {@link helmChart} takes. `V` is the type of its values: Palette's settings under `pack`, the chart's under `charts`. */
export type HelmChartArgs<V extends object = object> = {
  /** The chart's name in its registry. */
  name: pulumi.Input<string>;
  /** The chart's version. */
  tag: pulumi.Input<string>;
  /** Manifests that come with the chart. */
  manifests?: pulumi.Input<pulumi.Input<ClusterProfileManifestArgs>[]>;
} & RegistryChoice &
  ValuesChoice<V>;

/** A layer that is a Helm chart, for `ClusterProfileArgs.packs`. Outputs may stand anywhere. */
export function helmChart<V extends object = object>(args: HelmChartArgs<V>): ClusterProfilePackArgs {
  return withoutAbsent({ ...args, type: "helm" } as ClusterProfilePackArgs);
}
