import { changesInPlace, namesText } from "../in-place";
import type { RiskRule } from "../risk-rule";

/** Variables that Palette has frozen. */
export const inUseVariablesChanged: RiskRule = {
  id: "in-use-variables-changed",
  title: "Variables of a version that clusters use change",
  severity: "high",
  about:
    "Profile variables come, go, get another name or other settings in a version that clusters use, and that stays. Their order does not count. It needs an input that tells which clusters use a version.",
  why: "Palette freezes the variables of a version that active clusters use, so the apply fails, or clusters lack values that the layers ask for.",
  fix: "Give the profile a new version with the variables as they should be.",
  sources: [
    "https://docs.spectrocloud.com/profiles/cluster-profiles/create-cluster-profiles/define-profile-variables/",
  ],
  example: {
    reach: { clusters: ["berlin"], templates: [] },
    before: { variables: [{ name: "replicas", format: "number", defaultValue: "2" }] },
    after: { variables: [{ name: "replicas", format: "number", defaultValue: "2", required: true }] },
  },
  find: (profile) => {
    const clusters = profile.reach?.clusters ?? [];
    if (clusters.length === 0) return [];
    const changed = changesInPlace(profile).filter(({ variable, kind }) => variable !== undefined && kind !== "move");
    const names = [...new Set(changed.map(({ variable }) => variable!))];
    return names.map((variable) => ({ variable, message: `It changes under ${namesText(clusters, "cluster")}.` }));
  },
};
