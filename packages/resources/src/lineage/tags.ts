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
