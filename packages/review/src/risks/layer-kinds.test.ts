import { layerKindOf } from "./layer-kinds";

test.each([
  [
    "os",
    "ubuntu-aws ubuntu-maas rhel-azure sles-vsphere amazon-linux-eks cos-gke edge-native-byoi edge-native-ubuntu generic-byoi",
  ],
  ["k8s", "kubernetes kubernetes-eks kubernetes-rke2 edge-k3s edge-k8s edge-rke2 edge-microk8s"],
  ["cni", "cni-calico cni-cilium-oss cni-aws-vpc-eks antrea calico"],
  ["csi", "csi-aws-ebs csi-azure csi-gcp-driver csi-longhorn gke-csi-gcp-driver piraeus-operator"],
  ["addon", "csi-longhorn-addon csi-rook-ceph-addon cni-multus kubernetes-dashboard"],
])("Of the layer %s are %s", (kind, packs) => {
  for (const pack of packs.split(" ")) expect([pack, layerKindOf(pack)]).toEqual([pack, kind]);
});

test("Names that say nothing are of no layer", () => {
  for (const pack of ["argo-cd", "nginx", "acme-network", "harbor-edge-native-config", "ubuntu", "my-kubernetes"]) {
    expect([pack, layerKindOf(pack)]).toEqual([pack, undefined]);
  }
});
