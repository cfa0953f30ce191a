/** What a tag is told by, and a profile has once: `owner` of `owner` and of `owner:platform`. */
export function tagKey(tag: string): string {
  return tag.split(":", 1)[0]!;
}
