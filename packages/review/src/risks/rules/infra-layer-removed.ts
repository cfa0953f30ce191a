import { INFRA_LAYERS, LAYER_WORDS } from "@palette-profiles/profiles";
import { packSwap } from "../moves";
import type { RiskRule } from "../risk-rule";

/** A part of clusters goes, and nothing comes in its place. */
export const infraLayerRemoved: RiskRule = {
  id: "infra-layer-removed",
  title: "An infrastructure layer is removed",
  severity: "high",
  about:
    "A pack of the operating system, Kubernetes, network or storage goes, and no other pack of that layer comes. Packs are known by the names that Palette's registries give them. A profile that goes as a whole is no finding here.",
  why: "Palette does not let an infrastructure layer be removed from a profile, and clusters cannot run without what it brings.",
  fix: "Put the layer back, or name the pack that takes its place.",
  sources: ["https://docs.spectrocloud.com/profiles/cluster-profiles/modify-cluster-profiles/update-cluster-profile/"],
  example: {
    before: {
      packs: [
        { name: "kubernetes", tag: "1.31.1" },
        { name: "csi-aws-ebs", tag: "1.38.1" },
      ],
    },
    after: { packs: [{ name: "kubernetes", tag: "1.31.1" }] },
  },
  find: (profile) =>
    INFRA_LAYERS.flatMap((kind) => {
      const { gone, come } = packSwap(profile, kind);
      if (come.length > 0) return [];
      return gone.map(({ key }) => ({
        layer: key,
        message: `It is of the ${LAYER_WORDS[kind]} layer, and no other pack of that comes in its place.`,
      }));
    }),
};
