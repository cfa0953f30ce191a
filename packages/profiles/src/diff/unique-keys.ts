/** Gives every item of each list a key that is its own within the list: a repeated one gets a number behind it. */
export function uniqueKeys<T extends object>(
  lists: readonly (readonly T[])[],
  keyOf: (item: T, index: number) => string,
): (item: T) => string {
  const keys = new Map<T, string>();
  for (const list of lists) {
    const seen = new Map<string, number>();
    list.forEach((item, index) => {
      const key = keyOf(item, index);
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      keys.set(item, count === 1 ? key : `${key} #${count}`);
    });
  }
  return (item) => keys.get(item)!;
}
