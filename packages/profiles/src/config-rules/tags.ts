import { error, type Problem } from "../rules/problem";

/** Palette keeps one value a key. */
export function checkTags(tags: unknown): Problem[] {
  const seen = new Map<string, string>();
  return (Array.isArray(tags) ? (tags as unknown[]) : []).flatMap((tag): Problem[] => {
    if (typeof tag !== "string") return [];
    const key = tag.split(":", 1)[0]!;
    const other = seen.get(key);
    seen.set(key, tag);
    if (other === undefined) return [];
    const message = `Palette keeps one value a key, but the tags "${other}" and "${tag}" share "${key}": remove one of them.`;
    return [error("DuplicateTag", ["tags"], message)];
  });
}
