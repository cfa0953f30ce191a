/** Far more than any engine writes, and far less than what a recursive function can stand. */
const DEEPEST = 500;

/**
 * Refuses a value that nests too deep for whatever walks through it later.
 * @throws Error that says how deep is too deep
 */
export function checkNesting(value: unknown): void {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new Error(`it nests deeper than ${DEEPEST} levels, which no engine's output does`);
    level = level.flatMap((each) => (each !== null && typeof each === "object" ? Object.values(each) : []));
  }
}
