import type { Draft } from "@palette-profiles/resource-kit";
import type { Palette } from "../../palette";
import type { AppProfileState, TierState } from "../attributes";

/** A plan of an app profile in the making. */
export type AppProfileDraft = Draft<Palette, AppProfileState>;

/** A tier of which each part may still be unknown. */
export type PlannedTier = { [K in keyof TierState]: unknown };

/** The tier before that has the name of a planned one. */
export function tierBefore(draft: AppProfileDraft, index: number): TierState | undefined {
  return draft.prior?.tiers?.[draft.priorIndex("tiers", index)];
}
