/** The label value by which Palette marks a tag without a value. */
const BARE = "spectro__tag";

/** Tags as people write them (`env:dev`, `team`) as Palette keeps them: labels. Only the first colon divides. */
export function labelsOf(tags: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    tags.map((tag) => {
      const colon = tag.indexOf(":");
      return colon < 0 ? [tag, BARE] : [tag.slice(0, colon), tag.slice(colon + 1)];
    }),
  );
}

export function tagsOf(labels: Readonly<Record<string, string>>): string[] {
  return Object.entries(labels)
    .map(([key, value]) => (value === BARE ? key : `${key}:${value}`))
    .sort();
}

/** True where the labels hold a tag: `key:value`, or `key` for any value. */
export function hasTag(labels: Readonly<Record<string, string>>, tag: string): boolean {
  const colon = tag.indexOf(":");
  if (colon < 0) return Object.hasOwn(labels, tag);
  const key = tag.slice(0, colon);
  return Object.hasOwn(labels, key) && labels[key] === tag.slice(colon + 1);
}
