import { isSecretName } from "@palette-profiles/profiles";
import { scalarAt } from "./scalar-at";

/**
 * How sure it is that a value is secret: it is said to be one; it is called a password; it is part of a text that is marked as a whole;
 * it looks like one, or is called as a Secret may be.
 */
export type Certainty = "declared" | "named" | "marked" | "guessed";
export type FoundSecret = (value: string, certainty: Certainty) => void;

const WORDS = "passw(?:or)?d|pass|pwd|passphrase|secret|token|credential|key|dockercfg|dockerconfig(?:json)?";
/** A key that may be a secret's up to its value; the value may stand in the entry's `value`. */
const KEY = new RegExp(
  `(?:${WORDS})s?["']?(?:[ \\t]*[:=][ \\t]*|["']?\\s{0,80},?\\s{0,80}["']?value["']?[ \\t]*:[ \\t]*)(?=[^\\s])`,
  "gi",
);
const ARGUMENT = new RegExp(
  `--[\\w-]{0,60}?(?:${WORDS})["']?(?:[ \\t]*,[ \\t]*|[ \\t]*\\n[ \\t]*-[ \\t]+|[ \\t]+)["']?([^\\s"',{}\\]]+)`,
  "gi",
);
const URL_PASSWORD = /:\/\/[^\s/:@]*:([^\s/@]+)@/g;
const NAME = /[\w./-]+$/;
const LONGEST_NAME = 80;

const OBJECT = /["']?\bkind["']?[ \t]*:[ \t]*["']?Secret\b/;
const DATA = /(?:^|[\s{,"'])(?:data|stringData)["']?[ \t]*:[ \t]*/g;
const ENTRY = /(?<![\w./-])[\w./-]{1,253}["']?[ \t]*:[ \t]+(?=\S)/g;

/**
 * Finds values in a text that are secret by their key, by an argument's name, in a URL, or as data of a Kubernetes Secret. It reads
 * lines and does not parse, so that all texts of a plan cost some milliseconds; what it overlooks is masked at its own place still.
 */
export function findTextSecrets(text: string, found: FoundSecret): void {
  KEY.lastIndex = 0;
  for (let match = KEY.exec(text); match !== null; match = KEY.exec(text)) {
    const start = KEY.lastIndex;
    // Keys of a map in braces have names of their own.
    if (text[start] === "{" || text[start] === "[") continue;
    const word = /^[a-z]+/i.exec(match[0])![0];
    const end = match.index + word.length;
    const name = NAME.exec(text.slice(Math.max(0, end - LONGEST_NAME), end))?.[0] ?? "";
    if (!isSecretName(name)) continue;
    const scalar = scalarAt(text, start);
    found(scalar.value, certaintyOf(name));
    // Whoever is told may have searched the value in between.
    KEY.lastIndex = Math.max(start, scalar.end);
  }
  for (const [, value] of text.matchAll(ARGUMENT)) if (!value!.startsWith("-")) found(value!, "named");
  for (const [, password] of text.matchAll(URL_PASSWORD)) found(password!, "named");
  if (OBJECT.test(text)) for (const part of text.split(/^---/m)) if (OBJECT.test(part)) findData(part, found);
}

/** Names that end in `secret` or `credentials` are as often those of a Secret as of what is in it. */
export function certaintyOf(name: string): Certainty {
  return /(?:secret|credential)s?$/i.test(name) ? "guessed" : "named";
}

/** The entries of `data` and `stringData`, and all that is below. */
function findData(object: string, found: FoundSecret): void {
  DATA.lastIndex = 0;
  for (let data = DATA.exec(object); data !== null; data = DATA.exec(object)) {
    const start = DATA.lastIndex;
    const end = object[start] === "{" ? closing(object, start) : blockEnd(object, start);
    const body = object.slice(start, end);
    ENTRY.lastIndex = 0;
    for (let entry = ENTRY.exec(body); entry !== null; entry = ENTRY.exec(body)) {
      const scalar = scalarAt(body, ENTRY.lastIndex);
      found(scalar.value, "declared");
      ENTRY.lastIndex = Math.max(scalar.end, ENTRY.lastIndex);
    }
    DATA.lastIndex = Math.max(end, start);
  }
}

function closing(text: string, start: number): number {
  const end = text.indexOf("}", start);
  return end === -1 ? text.length : end;
}

/** Where the lines end that stand deeper than the line of `start`. */
function blockEnd(text: string, start: number): number {
  const indent = indentAt(text, text.lastIndexOf("\n", start - 1) + 1);
  for (let end = text.indexOf("\n", start); end !== -1; end = text.indexOf("\n", end + 1)) {
    const next = text[end + 1];
    if (next !== "\n" && next !== undefined && indentAt(text, end + 1) <= indent) return end;
  }
  return text.length;
}

function indentAt(text: string, lineStart: number): number {
  let at = lineStart;
  while (text[at] === " ") at++;
  return at - lineStart;
}
