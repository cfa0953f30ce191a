import type { Draft, PlanValues, Values } from "@palette-profiles/resource-kit";
import type { Palette } from "../palette";
import type { headAttributes, lifeAttributes } from "./attributes";

/** What the state of every profile holds that comes in versions, whatever its layers or tiers are. */
export type LineageState = Values<typeof headAttributes & typeof lifeAttributes> & {
  description?: string | undefined;
  tags?: string[] | undefined;
};

/** A plan of such a profile in the making. */
export type LineageDraft = Draft<Palette, LineageState>;

/** Such a profile as it is planned: each value may be unknown. */
export type PlannedLineage = PlanValues<LineageState>;
