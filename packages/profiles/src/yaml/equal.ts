import { readYaml } from "./read";
import { normalizeText } from "./text";

/**
 * Whether two texts mean the same: they parse alike under YAML 1.1 and under YAML 1.2, all documents, and name the same
 * presets in Palette's comment. Outer white space, comments, key order, quotes and indentation are formatting. Numbers,
 * dates and words that some reader takes for a boolean compare as written: `1.20` is not `1.2`, `on` is not `true`.
 * Texts that do not parse are the same only when equal but for outer white space and Windows line ends.
 *
 * Cheap where texts are identical; otherwise each text is parsed once and its digest kept.
 */
export function sameYaml(a: string, b: string): boolean {
  if (a === b || normalizeText(a) === normalizeText(b)) return true;
  const left = readYaml(a);
  const right = readYaml(b);
  if (left.digest === undefined || right.digest === undefined) {
    return left.digest === right.digest && a.trim() === b.trim();
  }
  return left.digest === right.digest && left.presets.join() === right.presets.join();
}
