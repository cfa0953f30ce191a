import { changedLeaves } from "../changed-leaves";
import type { RiskFinding, RiskRule } from "../risk-rule";

/** What a layer has made stays behind. */
export const namespaceChanged: RiskRule = {
  id: "namespace-changed",
  title: "A layer moves to another namespace",
  severity: "medium",
  about:
    "`pack.namespace` of a layer changes, or is taken out of its values. Namespaces of objects in manifests are not looked at: there an object goes and another one comes, and the change says so. Nor are references to variables, whose values a plan does not know.",
  why: "Objects of Kubernetes cannot move: the layer is made anew in the other namespace, and its volumes and secrets do not come along.",
  fix: "Back up what the layer stores, or add it anew under another display name and remove the old one last.",
  sources: [
    "https://docs.spectrocloud.com/profiles/profile-customization/",
    "https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/",
  ],
  example: {
    before: { packs: [{ name: "redis", values: "pack:\n  namespace: cache\n" }] },
    after: { packs: [{ name: "redis", values: "pack:\n  namespace: shop\n" }] },
  },
  find: ({ changes }) =>
    changedLeaves(changes).flatMap(({ place, path, kind, within, before, after }): RiskFinding[] => {
      if (path !== "pack.namespace" || within === "content" || !isName(before)) return [];
      // Without overrides a layer has the namespace of its pack, which a plan does not tell.
      if (kind === "remove") return within === "values" ? [{ ...place, message: `It was "${before}".` }] : [];
      return isName(after) ? [{ ...place, message: `It goes from "${before}" to "${after}".` }] : [];
    }),
};

function isName(value: unknown): value is string {
  return typeof value === "string" && value !== "" && !value.includes("{{");
}
