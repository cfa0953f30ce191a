/**
 * The known names nearest to a wrong one, best first, at most `n`. A name counts as near when a third of its letters or
 * fewer must be changed (at least one, at most four), upper and lower case being alike, or when one begins the other.
 */
export function nearest(wrong: string, known: readonly string[], n = 3): string[] {
  const target = wrong.toLowerCase();
  const ranked: { name: string; distance: number }[] = [];
  for (const name of new Set(known)) {
    const other = name.toLowerCase();
    const longest = Math.max(target.length, other.length);
    const limit = Math.min(4, Math.max(1, Math.floor(longest / 3)));
    const distance =
      Math.abs(target.length - other.length) > limit ? Number.POSITIVE_INFINITY : editDistance(target, other);
    if (distance <= limit) ranked.push({ name, distance });
    else if (target.length >= 3 && other.length >= 3 && (other.startsWith(target) || target.startsWith(other))) {
      ranked.push({ name, distance: limit + 1 });
    }
  }
  ranked.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return ranked.slice(0, n).map(({ name }) => name);
}

/** Damerau-Levenshtein (optimal string alignment): insert, delete, replace, swap two neighbours. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, beforeLast[j - 2]! + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
