import { tagMoves } from "../moves";
import type { RiskRule } from "../risk-rule";

/** Packs and charts that rise by a major version. */
export const majorBump: RiskRule = {
  id: "major-bump",
  title: "A layer rises by a major version",
  severity: "medium",
  about:
    "A layer or tier keeps its pack or chart, and the first number of its version rises, `7.8.2` to `8.0.1`, of trains too. Kubernetes has rules of its own. Minor versions of `0.x` are not told.",
  why: "A major version may break what was: keys of the values move, and those that no longer match are ignored without a word.",
  fix: "Read the release notes, compare the layer's values with those of the new version, and try it on one cluster first.",
  sources: ["https://semver.org/", "https://docs.spectrocloud.com/integrations/maintenance-policy/"],
  example: {
    before: { packs: [{ name: "argo-cd", tag: "7.8.2" }] },
    after: { packs: [{ name: "argo-cd", tag: "8.0.1" }] },
  },
  find: ({ layers }) =>
    tagMoves(layers).flatMap(({ key, kind, from, to }) => {
      const [old, next] = [majorOf(from), majorOf(to)];
      if (kind === "k8s" || old === undefined || next === undefined || next <= old) return [];
      return [{ layer: key, path: "tag", message: `It goes from ${from} to ${to}.` }];
    }),
};

function majorOf(tag: string): number | undefined {
  const found = /^v?(\d+)(?![\w])/.exec(tag);
  return found === null ? undefined : Number(found[1]);
}
