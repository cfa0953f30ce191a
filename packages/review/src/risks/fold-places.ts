import type { RiskFinding } from "./risk-rule";

/**
 * Of findings with the same key, in their layer unless told otherwise, the first, which says how many more there are: a layer with a mistake
 * often has it everywhere.
 */
export function foldPlaces(
  found: readonly RiskFinding[],
  keyOf: (finding: RiskFinding) => string = ({ layer = "" }) => layer,
): RiskFinding[] {
  const groups = new Map<string, { first: RiskFinding; more: number }>();
  for (const finding of found) {
    const group = groups.get(keyOf(finding));
    if (group === undefined) groups.set(keyOf(finding), { first: finding, more: 0 });
    else group.more++;
  }
  return [...groups.values()].map(({ first, more }) =>
    more === 0
      ? first
      : { ...first, message: `${first.message} So in ${more} more ${more === 1 ? "place" : "places"} of the layer.` },
  );
}
