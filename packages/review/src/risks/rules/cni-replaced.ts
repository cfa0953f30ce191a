import { replacedLayer } from "../replaced-layer";
import type { RiskRule } from "../risk-rule";

/** Another network under running pods. */
export const cniReplaced: RiskRule = {
  id: "cni-replaced",
  title: "The network layer becomes another pack",
  severity: "high",
  about:
    "A pack of the network layer goes and another one comes, `cni-calico` and `cni-cilium-oss`. Packs are known by the names that Palette's registries give them, so custom ones may be missed.",
  why: "Clusters that take the change lose the network between pods while it is swapped, and pods and network policies of the old one may not come back.",
  fix: "Make new clusters from a profile of their own, or plan an outage and rehearse it.",
  sources: ["https://kubernetes.io/docs/concepts/extend-kubernetes/compute-storage-net/network-plugins/"],
  example: {
    before: { packs: [{ name: "cni-calico", tag: "3.28.2" }] },
    after: { packs: [{ name: "cni-cilium-oss", tag: "1.16.3" }] },
  },
  find: (profile) => replacedLayer(profile, "cni"),
};
