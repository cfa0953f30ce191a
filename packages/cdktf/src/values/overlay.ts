import { mergeYaml, quotedTexts, withoutText, YamlMergeError, yamlErrors } from "@palette-profiles/profiles";
import { fragments, isToken } from "./terraform-text";
import { TokenMarks } from "./token-marks";
import { quotedToken } from "./token-yaml";

const UNDER = "the values under others";
const OVER = "the values laid over others";

/** YAML that a program gives, and the file that it is from. */
interface NamedText {
  text: string;
  name: string | undefined;
}

/**
 * YAML with other YAML laid over it, in both of which tokens may stand.
 * @throws where one of them does not parse or is no map
 */
export function overlay(under: NamedText, over: NamedText): string {
  const marks = new TokenMarks();
  const [base, top] = [withMarks(under.text, marks), withMarks(over.text, marks)];
  checked(called(UNDER, under), base);
  checked(called(OVER, over), top);
  for (const side of [under, over]) refuseToken(side);
  try {
    const { text } = mergeYaml(base, top);
    return marks.replaced(marks.isIn(text) ? requoted(text, [base, top], marks) : text);
  } catch (error) {
    if (!(error instanceof YamlMergeError)) throw error;
    const whose = error.side === "overrides" ? called(OVER, over) : called(UNDER, under);
    throw new Error(`InvalidOverlay: ${whose} cannot be used: ${error.message}; give one map of keys`);
  }
}

function withMarks(text: string, marks: TokenMarks): string {
  return fragments(text)
    .map((fragment) => (isToken(fragment) ? marks.of(fragment) : fragment))
    .join("");
}

function checked(whose: string, marked: string): void {
  const [error] = yamlErrors(marked);
  if (error === undefined) return;
  throw new Error(
    `InvalidYaml: ${whose} are not valid YAML (line ${error.line}): ${withoutText(error.message)}; correct them before others are laid over`,
  );
}

/** A token as a whole is known only at apply, and so are its keys. */
function refuseToken({ text }: NamedText): void {
  const parts = fragments(text.trim());
  if (parts.length !== 1 || !isToken(parts[0]!)) return;
  throw new Error(
    `InvalidOverlay: the values on one side are a token as a whole, so that their keys are known only at apply; write the keys, with tokens as their values`,
  );
}

function called(what: string, { name }: NamedText): string {
  return name === undefined ? what : `${what} (${name})`;
}

/**
 * A block of text that had to be written in quotes, because it would have swallowed a comment below it: what its tokens
 * stand for is written as quotes ask for.
 */
function requoted(merged: string, sides: string[], marks: TokenMarks): string {
  // Most overlays quote nothing anew, which is told without a parser.
  const lines = new Set(sides.flatMap(trimmedLines));
  if (trimmedLines(merged).every((line) => lines.has(line) || !/["']/.test(line))) return merged;
  const before = new Set(sides.flatMap(quotedTexts).map(({ value }) => value));
  const made = quotedTexts(merged).filter(({ value }) => marks.isIn(value) && !before.has(value));
  return made.reduceRight((text, { value, start, end }) => {
    return text.slice(0, start) + marks.replaced(JSON.stringify(value), quotedToken) + text.slice(end);
  }, merged);
}

function trimmedLines(text: string): string[] {
  return text.split("\n").map((line) => line.trim());
}
