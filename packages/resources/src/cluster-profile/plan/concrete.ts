import { type PlanValues, withoutUnknown } from "@palette-profiles/resource-kit";
import type { ClusterProfileState } from "../attributes";

/** The plan without what is still unknown: at apply, that is only what Palette gives. */
export function concrete(planned: PlanValues<ClusterProfileState>): ClusterProfileState {
  return withoutUnknown(planned) as ClusterProfileState;
}
