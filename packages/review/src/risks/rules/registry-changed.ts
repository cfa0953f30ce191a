import type { RiskLayer } from "../layer-pairs";
import type { RiskFinding, RiskRule } from "../risk-rule";

/** The same name from somewhere else. */
export const registryChanged: RiskRule = {
  id: "registry-changed",
  title: "A layer comes from another registry",
  severity: "medium",
  about:
    "A layer or tier keeps its pack or chart and takes it from another registry, by name where both sides have one, else by uid. A registry whose name is marked as sensitive is not told.",
  why: "A pack of the same name and version may be another one in another registry, made and signed by somebody else.",
  fix: "Make sure that the registry is one you trust and that it holds the same pack; compare their digests or values.",
  sources: ["https://docs.spectrocloud.com/registries-and-packs/registries/"],
  example: {
    before: { packs: [{ name: "vault", tag: "0.28.1", registryName: "Public Repo" }] },
    after: { packs: [{ name: "vault", tag: "0.28.1", registryName: "Palette Community Registry" }] },
  },
  find: ({ layers }) =>
    layers.flatMap(({ key, before, after }): RiskFinding[] => {
      if (before === undefined || after === undefined || before.pack !== after.pack) return [];
      const field = (["registryName", "registryUid"] as const).find((name) => before[name] && after[name]);
      if (field === undefined || before[field] === after[field]) return [];
      const message = `It comes from ${shown(after, field)} and no longer from ${shown(before, field)}.`;
      return [{ layer: key, path: field, message }];
    }),
};

function shown(layer: RiskLayer, field: "registryName" | "registryUid"): string {
  return field === "registryName" ? `"${layer[field]}"` : `the registry ${layer[field]}`;
}
