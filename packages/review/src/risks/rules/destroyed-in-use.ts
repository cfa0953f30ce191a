import { namesText } from "../in-place";
import type { RiskRule } from "../risk-rule";

/** Clusters stand on it. */
export const destroyedInUse: RiskRule = {
  id: "destroyed-in-use",
  title: "A profile goes that clusters use",
  severity: "high",
  about:
    "A profile that clusters or templates use is destroyed, or replaced by a new one. It needs an input that tells who uses it.",
  why: "What Palette does then is not documented: it refuses, and the apply stops halfway, or the clusters keep a profile that nobody can change.",
  fix: "Move the clusters to another profile first, or keep this one in Palette and only forget it.",
  example: {
    impact: "destroy",
    reach: { clusters: ["berlin", "kiel"], templates: [] },
    before: { version: "1.0.0", packs: [{ name: "argo-cd", tag: "7.8.2" }] },
  },
  find: ({ impact, reach }) => {
    if ((impact !== "destroy" && impact !== "replace") || reach === undefined) return [];
    const users = [
      ...(reach.clusters.length > 0 ? [namesText(reach.clusters, "cluster")] : []),
      ...(reach.templates.length > 0 ? [namesText(reach.templates, "cluster template")] : []),
    ];
    if (users.length === 0) return [];
    return [
      { message: `It is ${impact === "destroy" ? "destroyed" : "replaced"}, and ${users.join(" and ")} use it.` },
    ];
  },
};
