/** A pattern in which `*` stands for any text, also an empty one, and all else for itself. Source of a regular expression. */
export function globSource(pattern: string): string {
  const parts = pattern.split(/\*+/).map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return parts.join("[^\0]*");
}
