import { replacedLayer } from "../replaced-layer";
import type { RiskRule } from "../risk-rule";

/** Another storage under existing volumes. */
export const csiReplaced: RiskRule = {
  id: "csi-replaced",
  title: "The storage layer becomes another pack",
  severity: "high",
  about:
    "A pack of the storage layer goes and another one comes, `csi-aws-ebs` and `csi-portworx-aws`. Packs are known by the names that Palette's registries give them, so custom ones may be missed.",
  why: "Volumes stay with the driver that made them: once it is gone, claims on them can no longer be mounted.",
  fix: "Add the new storage beside the old one, move the data, and remove the old one last.",
  sources: ["https://kubernetes.io/docs/concepts/storage/volumes/#csi"],
  example: {
    before: { packs: [{ name: "csi-aws-ebs", tag: "1.38.1" }] },
    after: { packs: [{ name: "csi-portworx-aws", tag: "3.1.1" }] },
  },
  find: (profile) => replacedLayer(profile, "csi"),
};
