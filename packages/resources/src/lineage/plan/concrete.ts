import { withoutUnknown } from "@palette-profiles/resource-kit";
import type { LineageState, PlannedLineage } from "../state";

/** The plan without what is still unknown: at apply, that is only what Palette gives. */
export function concrete<S extends LineageState>(planned: PlannedLineage): S {
  return withoutUnknown(planned) as S;
}
