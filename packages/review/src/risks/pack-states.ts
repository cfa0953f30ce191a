import type { PackState } from "@palette-profiles/profiles";
import type { RiskContext, RiskFinding } from "./risk-rule";

/** The layers whose pack is in one of the states; of a layer whose pack stays, at the lowest severity. */
export function packsIn({ layers, packStates = {} }: RiskContext, states: readonly PackState[]): RiskFinding[] {
  return layers.flatMap(({ key, before, after }): RiskFinding[] => {
    const state = after?.uid === undefined ? undefined : packStates[after.uid];
    if (after === undefined || state === undefined || !states.includes(state)) return [];
    const version = after.tag === undefined ? after.pack : `${after.pack} ${after.tag}`;
    const finding = { layer: key, path: "tag", message: `Palette says that ${version} is ${state}.` };
    return [before?.uid === after.uid ? { ...finding, severity: "low" } : finding];
  });
}
