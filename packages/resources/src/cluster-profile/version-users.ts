import type { V1ClusterProfile } from "@palette-profiles/palette-api";

/** Who uses a version of a profile, by name. */
export interface VersionUsers {
  clusters: string[];
  templates: string[];
}

/** As the version's status tells it; an older Palette tells only the uids of its clusters. */
export function usersOf({ status }: V1ClusterProfile): VersionUsers {
  const named = (status?.inUseClusters ?? []).map(({ name, uid }) => name || uid || "?");
  return {
    clusters: named.length > 0 ? named : (status?.inUseClusterUids ?? []),
    templates: (status?.inUseClusterTemplates ?? []).map(({ name, uid }) => name || uid || "?"),
  };
}

export function isUsed({ clusters, templates }: VersionUsers): boolean {
  return clusters.length + templates.length > 0;
}

/** `3 clusters ("a", "b", "c")`, the first five by name. */
export function tellNames(names: readonly string[], one: string): string {
  const first = names.slice(0, 5).map((name) => `"${name}"`);
  const more = names.length > first.length ? ", …" : "";
  return `${names.length} ${one}${names.length === 1 ? "" : "s"} (${first.join(", ")}${more})`;
}

/** Clusters and templates in one phrase. */
export function tellUsers({ clusters, templates }: VersionUsers): string {
  return [
    ...(clusters.length > 0 ? [tellNames(clusters, "cluster")] : []),
    ...(templates.length > 0 ? [tellNames(templates, "cluster template")] : []),
  ].join(" and ");
}
