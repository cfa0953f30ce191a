/** Who uses a version of a profile, by name. */
export interface VersionUsers {
  /** What they are, for people: `cluster`, or `app`. */
  one: string;
  /** Those who get each change of the version as an update. */
  takers: string[];
  /** Cluster templates, which lock the version. */
  templates: string[];
}

export function isUsed({ takers, templates }: VersionUsers): boolean {
  return takers.length + templates.length > 0;
}

/** `3 clusters ("a", "b", "c")`, the first five by name. */
export function tellNames(names: readonly string[], one: string): string {
  const first = names.slice(0, 5).map((name) => `"${name}"`);
  const more = names.length > first.length ? ", …" : "";
  return `${names.length} ${one}${names.length === 1 ? "" : "s"} (${first.join(", ")}${more})`;
}

/** All of them in one phrase. */
export function tellUsers({ one, takers, templates }: VersionUsers): string {
  return [
    ...(takers.length > 0 ? [tellNames(takers, one)] : []),
    ...(templates.length > 0 ? [tellNames(templates, "cluster template")] : []),
  ].join(" and ");
}
