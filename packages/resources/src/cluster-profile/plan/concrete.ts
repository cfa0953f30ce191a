import { type PlanValues, UNKNOWN } from "@palette-profiles/resource-kit";
import type { ClusterProfileState } from "../attributes";

/** The plan without what is still unknown: at apply, that is only what Palette gives. */
export function concrete(planned: PlanValues<ClusterProfileState>): ClusterProfileState {
  return strip(planned) as ClusterProfileState;
}

function strip(value: unknown): unknown {
  if (value === UNKNOWN) return undefined;
  if (Array.isArray(value)) return value.filter((each) => each !== UNKNOWN).map(strip);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, strip(inner)]));
}
