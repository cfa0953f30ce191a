import type { RiskRule } from "../risk-rule";
import { skewsOf } from "../skews";

/** Parts of Kubernetes in other layers. */
export const versionSkew: RiskRule = {
  id: "version-skew",
  title: "A layer brings parts of Kubernetes that do not fit its version",
  severity: "high",
  about:
    "Images that other layers name in values or manifests, compared with the version of the profile's Kubernetes layer: kubelet and kube-proxy (not newer, at most three minor releases older), kube-scheduler, kube-controller-manager and cloud-controller-manager (not newer, at most one older), kubectl (at most one apart, `low`), cluster-autoscaler (the same, `medium`), and the images of edge hosts (`k3s-1.30.4`, `rke2-1.30.4`, `kubeadm-1.30.4` in a tag: the same version). Told is only what the change brings about. Worker pools that stay behind their control plane are not seen.",
  why: "Kubernetes supports its parts only within these bounds: nodes beyond them may not join, and controllers may misread what the API serves.",
  fix: "Move the layer to the release of the Kubernetes layer, in the same change.",
  sources: [
    "https://kubernetes.io/releases/version-skew-policy/",
    "https://github.com/kubernetes/autoscaler/tree/master/cluster-autoscaler#releases",
  ],
  example: {
    before: {
      packs: [
        { name: "edge-native-byoi", values: "options:\n  system.uri: registry.example.com/edge:k3s-1.29.6-v4.5.8\n" },
        { name: "edge-k3s", tag: "1.29.6" },
      ],
    },
    after: {
      packs: [
        { name: "edge-native-byoi", values: "options:\n  system.uri: registry.example.com/edge:k3s-1.29.6-v4.5.8\n" },
        { name: "edge-k3s", tag: "1.30.4" },
      ],
    },
  },
  find: ({ layers }) => skewsOf(layers),
};
