import { replacedLayer } from "../replaced-layer";
import type { RiskRule } from "../risk-rule";

/** Other nodes. */
export const osReplaced: RiskRule = {
  id: "os-replaced",
  title: "The operating system becomes another pack",
  severity: "high",
  about:
    "A pack of the operating system layer goes and another one comes, `ubuntu-aws` and `rhel-aws`. A new version of the same pack is told by `major-bump`. Packs are known by the names that Palette's registries give them, so custom ones may be missed.",
  why: "Clusters that take the change replace all of their nodes, and what was set up on the old ones is not there on the new.",
  fix: "See to it that workloads can move between nodes and keep nothing on them, and try it on one cluster first.",
  sources: ["https://docs.spectrocloud.com/profiles/cluster-profiles/modify-cluster-profiles/update-cluster-profile/"],
  example: {
    before: { packs: [{ name: "ubuntu-aws", tag: "22.04" }] },
    after: { packs: [{ name: "rhel-aws", tag: "8.7" }] },
  },
  find: (profile) => replacedLayer(profile, "os"),
};
