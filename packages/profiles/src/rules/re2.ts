import { BoundedCache } from "../bounded-cache";

/** Why an expression is none under RE2, where (from 1; missing where it cannot be told), and what to write instead. */
export interface Re2Error {
  column?: number;
  /** The part that RE2 refuses: `(?=`. */
  part: string;
  why: string;
  instead: string;
}

type Compiled = { error: Re2Error } | { matches: (value: string) => boolean };

const compiled = new BoundedCache<string, Compiled>(512);

/** What RE2, the syntax of Go's `regexp`, has against an expression; undefined when it compiles. */
export function re2Error(regex: string): Re2Error | undefined {
  const it = compiled.get(regex, () => compile(regex));
  return "error" in it ? it.error : undefined;
}

/** Whether an expression is found in a value, anchored only where it says so; true when it does not compile. */
export function re2Matches(regex: string, value: string): boolean {
  const it = compiled.get(regex, () => compile(regex));
  return "error" in it || it.matches(value);
}

function compile(regex: string): Compiled {
  // Loaded here, since most profiles have no regex and a provider starts for every plan.
  const { RE2JS } = require("re2js") as typeof import("re2js");
  try {
    const pattern = RE2JS.compile(regex);
    return { matches: (value) => pattern.matcher(value).find() };
  } catch (error) {
    const { input = "", error: why = String(error) } = error as { input?: string; error?: string };
    return { error: foreignSyntax(regex) ?? elsewhere(regex, input, why) };
  }
}

const LOOK_AHEAD = { why: "RE2 knows no look-ahead", instead: "say what may stand there, or check the end with `$`" };
const LOOK_BEHIND = { why: "RE2 knows no look-behind", instead: "match what stands before as well" };
const BACK_REFERENCE = {
  why: "RE2 knows no back-references",
  instead: "write the alternatives out, such as `'[^']*'|\"[^\"]*\"`",
};
const ATOMIC = { why: "RE2 knows no atomic groups", instead: "write `(?:`, since RE2 never backtracks" };

/** What other dialects have and RE2 has not, each from its beginning. */
const FOREIGN: [RegExp, Pick<Re2Error, "why" | "instead">][] = [
  [/\(\?[=!]/y, LOOK_AHEAD],
  [/\(\?<[=!]/y, LOOK_BEHIND],
  [/\(\?>/y, ATOMIC],
  [/\(\?P=\w+\)?/y, BACK_REFERENCE],
  [/\\k<?\w*>?/y, BACK_REFERENCE],
  [/\\[1-9]\d*/y, BACK_REFERENCE],
  [/\\Z/y, { why: "RE2 does not know it", instead: "write `\\z`" }],
];

function foreignSyntax(regex: string): Re2Error | undefined {
  let inClass = false;
  for (let i = 0; i < regex.length; i++) {
    for (const [expression, told] of inClass ? [] : FOREIGN) {
      expression.lastIndex = i;
      const part = expression.exec(regex)?.[0];
      if (part !== undefined) return { column: i + 1, part, ...told };
    }
    if (regex[i] === "\\") i++;
    else if (regex[i] === "[" && !inClass) {
      inClass = true;
      // A bracket that comes first is a letter of the class.
      i += /^\^?\]?/.exec(regex.slice(i + 1))![0].length;
    } else if (regex[i] === "]") inClass = false;
  }
  return undefined;
}

function elsewhere(regex: string, part: string, why: string): Re2Error {
  const at = part === "" ? -1 : regex.lastIndexOf(part);
  const only = at !== -1 && regex.indexOf(part) === at;
  return { ...(only ? { column: at + 1 } : {}), part, why, instead: "correct it" };
}
