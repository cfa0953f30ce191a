import { changesInPlace, namesText } from "../in-place";
import type { RiskRule } from "../risk-rule";

/** A version changes under the clusters that use it. */
export const inUseVersionEdited: RiskRule<{ manyClusters: number }> = {
  id: "in-use-version-edited",
  title: "A version that clusters use is edited in place",
  severity: "medium",
  about:
    "Layers or variables of a version change, the version stays, and clusters use it; `high` from a number of clusters on. Tags and descriptions do not count. It needs an input that tells which clusters use a version.",
  why: "Every one of those clusters is offered the change at once, their own overrides of what changes are replaced, and no version is left to go back to.",
  fix: "Give the profile a new version, and move the clusters to it one after the other.",
  sources: ["https://docs.spectrocloud.com/profiles/cluster-profiles/modify-cluster-profiles/update-cluster-profile/"],
  options: { manyClusters: { default: 10, about: "From how many clusters on it is high." } },
  example: {
    reach: { clusters: ["berlin", "kiel"], templates: [] },
    before: { version: "1.0.0", packs: [{ name: "argo-cd", tag: "7.8.2" }] },
    after: { version: "1.0.0", packs: [{ name: "argo-cd", tag: "7.8.3" }] },
  },
  find: (profile, { manyClusters }) => {
    const clusters = profile.reach?.clusters ?? [];
    if (clusters.length === 0 || changesInPlace(profile).length === 0) return [];
    const message = `It changes in place under ${namesText(clusters, "cluster")}.`;
    return [{ message, ...(clusters.length >= manyClusters ? { severity: "high" as const } : {}) }];
  },
};
