/** What the parser's recursion still stands; Node aborts where a regular expression is first met at the end of its stack. */
const DEEPEST = 600;

/** Whether a YAML text nests deeper than a parser stands, judged by its brackets and by how its lines begin. */
export function nestsDeep(text: string): boolean {
  let [open, lead, isLead] = [0, 0, true];
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === "\n") [lead, isLead] = [0, true];
    else if (isLead && (character === " " || character === "-" || character === "?")) lead++;
    else isLead = false;
    if (character === "[" || character === "{") open++;
    else if ((character === "]" || character === "}") && open > 0) open--;
    if (open > DEEPEST || lead > 2 * DEEPEST) return true;
  }
  return false;
}
