import { usersText } from "../in-place";
import type { RiskRule } from "../risk-rule";

/** Clusters stand on it. */
export const destroyedInUse: RiskRule = {
  id: "destroyed-in-use",
  title: "A profile goes that clusters use",
  severity: "high",
  about:
    "A profile that clusters or templates use is destroyed, or replaced by a new one. It needs an input that tells who uses it.",
  why: "The clusters keep running, but on a profile that is gone: no update reaches them any more, and one that is made anew is another.",
  fix: "Move the clusters to another profile first, or keep this one in Palette and only forget it.",
  sources: ["https://docs.spectrocloud.com/profiles/cluster-profiles/delete-cluster-profile/"],
  example: {
    impact: "destroy",
    reach: { clusters: ["berlin", "kiel"], templates: [] },
    before: { version: "1.0.0", packs: [{ name: "argo-cd", tag: "7.8.2" }] },
  },
  find: ({ impact, reach }) => {
    if ((impact !== "destroy" && impact !== "replace") || reach === undefined) return [];
    const users = usersText(reach);
    if (users === undefined) return [];
    return [{ message: `It is ${impact === "destroy" ? "destroyed" : "replaced"}, and ${users}.` }];
  },
};
