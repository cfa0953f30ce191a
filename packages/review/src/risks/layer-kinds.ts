import type { LayerKind } from "@palette-profiles/profiles";

/** Packs of add-ons that are named like the packs of a layer that a cluster stands on. */
const ADDONS = /-addon$|^cni-multus$|^csi-snapshot|^kubernetes-dashboard$/;

/** The packs of Palette's own registries. Sources: its list of packs, and the examples of its Terraform provider. */
const KINDS: readonly (readonly [LayerKind, RegExp])[] = [
  [
    "os",
    /^(?:ubuntu|centos|rhel|sles|opensuse|photon|bottlerocket|amazon-linux|al2023|cos|windows|generic)-|^edge-native-(?!config)|-byo(?:i|os)$/,
  ],
  ["k8s", /^kubernetes(?:-|$)|^edge-(?:k8s|k3s|rke2|microk8s|canonical)$|^nested-k8s$/],
  ["cni", /^cni-|^(?:antrea|calico|cilium|flannel)(?:-(?:cni|oss|edge))?$/],
  ["csi", /^(?:[a-z]+-)?csi-|^(?:volume-gp2|aws-ebs|azure-disk|gce-persistent-disk|vsphere-csi|piraeus-operator)$/],
];

/**
 * Which part of a cluster a pack is, by its name, since plans do not tell: `ubuntu-aws` is an operating system. Undefined where the
 * name says nothing, as those of custom packs may.
 */
export function layerKindOf(pack: string): LayerKind | undefined {
  if (ADDONS.test(pack)) return "addon";
  return KINDS.find(([, names]) => names.test(pack))?.[0];
}
