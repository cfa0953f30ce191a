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
  for (const match of text.matchAll(KEY)) {
    const word = /^[a-z]+/i.exec(match[0])![0];
    const end = match.index + word.length;
    const name = NAME.exec(text.slice(Math.max(0, end - LONGEST_NAME), end))?.[0] ?? "";
    if (isSecretName(name)) found(scalarAt(text, match.index + match[0].length).value, certaintyOf(name));
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
  for (const match of object.matchAll(DATA)) {
    const start = match.index + match[0].length;
    const body = object[start] === "{" ? object.slice(start, closing(object, start)) : blockBelow(object, start);
    ENTRY.lastIndex = 0;
    for (let entry = ENTRY.exec(body); entry !== null; entry = ENTRY.exec(body)) {
      const { value, end } = scalarAt(body, ENTRY.lastIndex);
      found(value, "declared");
      ENTRY.lastIndex = Math.max(end, ENTRY.lastIndex);
    }
  }
}

function closing(text: string, start: number): number {
  const end = text.indexOf("}", start);
  return end === -1 ? text.length : end;
}

/** The lines below that stand deeper than the line of `start`. */
function blockBelow(text: string, start: number): string {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const indent = /^[ \t]*(?:- )*/.exec(text.slice(lineStart))![0].length;
  const lines = text.slice(start).split("\n");
  const end = lines.findIndex((line, at) => at > 0 && line.trim() !== "" && /^ */.exec(line)![0].length <= indent);
  return lines.slice(0, end === -1 ? undefined : end).join("\n");
}
