/** The texts that were there before, each with the place of the first. Empty ones have a rule of their own. */
export function repeats(items: { text: unknown; at: number }[]): { text: string; at: number; other: number }[] {
  const first = new Map<string, number>();
  return items.flatMap(({ text, at }) => {
    if (typeof text !== "string" || text === "") return [];
    const other = first.get(text);
    if (other !== undefined) return [{ text, at, other }];
    first.set(text, at);
    return [];
  });
}
