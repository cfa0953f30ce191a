import { LAYER_WORDS, type LayerKind } from "@palette-profiles/profiles";
import { packSwap } from "./moves";
import type { RiskContext, RiskFinding } from "./risk-rule";

/** What a rule about another pack in the place of a part of clusters finds. */
export function replacedLayer(profile: RiskContext, kind: LayerKind): RiskFinding[] {
  const { gone, come } = packSwap(profile, kind);
  if (gone.length === 0 || come.length === 0) return [];
  const names = (list: typeof gone) => list.map(({ layer }) => layer.name).join(" and ");
  return [
    { layer: gone[0]!.key, message: `The ${LAYER_WORDS[kind]} layer goes from ${names(gone)} to ${names(come)}.` },
  ];
}
