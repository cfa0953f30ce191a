import { changedLeaves } from "../changed-leaves";
import type { RiskFinding, RiskRule } from "../risk-rule";

const RANGE = /(?:^|[.\] ])(?:podCIDR|serviceClusterIpRange|podSubnet|serviceSubnet|cluster-cidr|service-cidr)$/;

/** Addresses that clusters are built on. */
export const clusterNetworkChanged: RiskRule = {
  id: "cluster-network-changed",
  title: "Clusters get other ranges for pods or services",
  severity: "high",
  about:
    "The range of the pods or of the services changes in the Kubernetes layer: `podCIDR`, `serviceClusterIpRange`, `podSubnet`, `serviceSubnet`, `cluster-cidr`, `service-cidr`. Ranges that variables or macros hold are not compared.",
  why: "Both are given to a cluster when it is made: Cluster API, by which Palette makes clusters, refuses another one, and nodes keep the range that they have.",
  fix: "Keep the range; where it has to be another one, make new clusters with it and move the workloads there.",
  sources: [
    "https://github.com/kubernetes-sigs/cluster-api/issues/6951",
    "https://kubernetes.io/docs/tasks/network/extend-service-ip-ranges/",
  ],
  example: {
    before: { packs: [{ name: "kubernetes", tag: "1.31.4", values: "pack:\n  podCIDR: 192.168.0.0/16\n" }] },
    after: { packs: [{ name: "kubernetes", tag: "1.31.4", values: "pack:\n  podCIDR: 100.64.0.0/16\n" }] },
  },
  find: ({ changes, layers }) => {
    const kubernetes = new Set(layers.flatMap(({ key, before }) => (before?.kind === "k8s" ? [key] : [])));
    return changedLeaves(changes).flatMap(({ place, path, before, after }): RiskFinding[] => {
      if (!RANGE.test(path) || !kubernetes.has(place.layer!) || !isRange(before) || !isRange(after)) return [];
      return [{ ...place, message: `It goes from ${before} to ${after}.` }];
    });
  },
};

/** One range, or one of each IP version. */
function isRange(value: unknown): value is string {
  return typeof value === "string" && /^[\da-fA-F.:/, ]+$/.test(value);
}
