interface Position {
  key: string;
  was: number;
  is: number;
}

/**
 * The fewest keys that moved, where those that stand at the position at which they stood did not: the others kept their
 * order, and shift only by what comes and goes before them.
 */
export function movedKeys(before: readonly string[], now: readonly string[]): Set<string> {
  const stayed = now.map((key, is): Position => ({ key, was: before.indexOf(key), is })).filter(({ was }) => was >= 0);
  const fixed = stayed.filter(({ was, is }) => was === is);
  const inOrder = stayed.filter(({ was, is }) => fixed.every((each) => was < each.was === is < each.is));
  const kept = new Set(longestRun(inOrder).map(({ key }) => key));
  return new Set(stayed.map(({ key }) => key).filter((key) => !kept.has(key)));
}

/** A longest run of those given, in their order, in which `was` grows. */
function longestRun(positions: readonly Position[]): Position[] {
  const runs: Position[][] = [];
  for (const position of positions) {
    const before = runs.filter((run) => run.at(-1)!.was < position.was);
    runs.push([...longest(before), position]);
  }
  return longest(runs);
}

function longest(runs: readonly Position[][]): Position[] {
  return runs.reduce((found, run) => (run.length > found.length ? run : found), []);
}
