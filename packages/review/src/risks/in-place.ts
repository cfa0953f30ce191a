import type { ProfileChange } from "@palette-profiles/profiles";
import type { Reach } from "../model";
import type { RiskContext } from "./risk-rule";

/**
 * The changes that a version takes while it stays the same version of the same profile, and that clusters are made of. What is said about
 * the profile, its tags and its description, concerns none that runs.
 */
export function changesInPlace({ impact, changes }: RiskContext): ProfileChange[] {
  if (impact !== "update") return [];
  return changes.filter(
    ({ layer, variable, path }) =>
      layer !== undefined || variable !== undefined || path === "packs" || path === "tiers" || path === "variables",
  );
}

/** `3 clusters (berlin, kiel and 1 more)`. */
export function namesText(names: readonly string[], what: string): string {
  const shown = names.slice(0, 3);
  const more = names.length - shown.length;
  const list = [...shown, ...(more > 0 ? [`${more} more`] : [])];
  const text = list.length === 1 ? list[0] : `${list.slice(0, -1).join(", ")} and ${list.at(-1)}`;
  return `${names.length} ${what}${names.length === 1 ? "" : "s"} (${text})`;
}

/** `2 clusters (berlin and kiel) and 1 cluster template (gold) use it`; undefined where nobody does. */
export function usersText({ clusters, templates }: Reach): string | undefined {
  const users = [
    ...(clusters.length > 0 ? [namesText(clusters, "cluster")] : []),
    ...(templates.length > 0 ? [namesText(templates, "cluster template")] : []),
  ];
  if (users.length === 0) return undefined;
  return `${users.join(" and ")} ${clusters.length + templates.length === 1 ? "uses" : "use"} it`;
}
