import { replacedLayer } from "../replaced-layer";
import type { RiskRule } from "../risk-rule";

/** Another distribution of Kubernetes. */
export const kubernetesReplaced: RiskRule = {
  id: "kubernetes-replaced",
  title: "Kubernetes becomes another distribution",
  severity: "high",
  about:
    "A pack of the Kubernetes layer goes and another one comes, `edge-k3s` and `edge-rke2`. Packs are known by the names that Palette's registries give them, so custom ones may be missed.",
  why: "Running clusters cannot change their distribution: each sets up the control plane and etcd in its own way.",
  fix: "Make new clusters from a profile of their own, and move the workloads there.",
  sources: ["https://docs.spectrocloud.com/profiles/cluster-profiles/"],
  example: {
    before: { packs: [{ name: "edge-k3s", tag: "1.30.6" }] },
    after: { packs: [{ name: "edge-rke2", tag: "1.30.6" }] },
  },
  find: (profile) => replacedLayer(profile, "k8s"),
};
