import { findings, messages } from "../risk.test-support";
import { infraLayerRemoved } from "./infra-layer-removed";

test("A layer that clusters stand on, and that goes, is told", () => {
  expect(findings(infraLayerRemoved, infraLayerRemoved.example)).toEqual([
    { layer: "csi-aws-ebs", message: "It is of the storage layer, and no other pack of that comes in its place." },
  ]);
  expect(
    messages(infraLayerRemoved, [{ name: "ubuntu-aws" }, { name: "kubernetes" }, { name: "cni-calico" }], []),
  ).toHaveLength(3);
});

test("One of two packs of a layer is told as well, since volumes may be on it", () => {
  expect(
    messages(infraLayerRemoved, [{ name: "csi-aws-ebs" }, { name: "csi-aws-efs" }], [{ name: "csi-aws-ebs" }]),
  ).toHaveLength(1);
});

test("A layer that is replaced, an add-on, and a profile that goes as a whole are not", () => {
  expect(messages(infraLayerRemoved, [{ name: "cni-calico" }], [{ name: "cni-cilium-oss" }])).toEqual([]);
  expect(messages(infraLayerRemoved, [{ name: "nginx" }, { name: "csi-longhorn-addon" }], [])).toEqual([]);
  expect(findings(infraLayerRemoved, { impact: "destroy", before: { packs: [{ name: "cni-calico" }] } })).toEqual([]);
});
