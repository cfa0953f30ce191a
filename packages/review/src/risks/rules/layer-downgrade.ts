import { isTrain, versionCompare } from "@palette-profiles/profiles";
import { tagMoves } from "../moves";
import type { RiskRule } from "../risk-rule";

/** Packs and charts that go back. */
export const layerDowngrade: RiskRule = {
  id: "layer-downgrade",
  title: "A layer goes back to an older version",
  severity: "medium",
  about:
    "A layer or tier keeps its pack or chart and gets an older version of it. Kubernetes has a rule of its own; trains such as `1.30.x` are not compared.",
  why: "Palette advises against downgrades: what the newer version has stored or migrated may not work with the older one.",
  fix: "Keep the version, or try the older one on a cluster that can be lost.",
  sources: ["https://docs.spectrocloud.com/profiles/cluster-profiles/modify-cluster-profiles/update-cluster-profile/"],
  example: {
    before: { packs: [{ name: "vault", tag: "0.28.1" }] },
    after: { packs: [{ name: "vault", tag: "0.27.0" }] },
  },
  find: ({ layers }) =>
    tagMoves(layers)
      .filter(({ kind, from, to }) => kind !== "k8s" && !isTrain(from) && !isTrain(to) && versionCompare(to, from) < 0)
      .map(({ key, from, to }) => ({ layer: key, path: "tag", message: `It goes back from ${from} to ${to}.` })),
};
