import { changesInPlace, namesText } from "../in-place";
import type { RiskRule } from "../risk-rule";

/** A version that a cluster template has locked. */
export const templateLinkedVersion: RiskRule = {
  id: "template-linked-version",
  title: "A version that a cluster template links is edited in place",
  severity: "high",
  about:
    "Layers or variables of a version change, the version stays, and cluster templates link it. It needs an input that tells which templates do.",
  why: "Palette locks a version as soon as a cluster template links it, so the apply fails, half-way where other profiles change too.",
  fix: "Give the profile a new version, and link that in the template.",
  sources: ["https://docs.spectrocloud.com/cluster-templates/"],
  example: {
    reach: { clusters: [], templates: ["stores"] },
    before: { version: "1.0.0", packs: [{ name: "argo-cd", tag: "7.8.2" }] },
    after: { version: "1.0.0", packs: [{ name: "argo-cd", tag: "7.8.3" }] },
  },
  find: (profile) => {
    const templates = profile.reach?.templates ?? [];
    if (templates.length === 0 || changesInPlace(profile).length === 0) return [];
    return [
      {
        message: `It changes in place, and ${namesText(templates, "cluster template")} ${templates.length === 1 ? "links" : "link"} it.`,
      },
    ];
  },
};
