import { knownText } from "../model/unknown";
import { type Leaves, leavesOf, likenessOf } from "../yaml/likeness";
import { parseYaml } from "../yaml/parse";
import { normalizeText } from "../yaml/text";

/** What is looked at of a layer, a tier or a manifest. */
interface Content {
  values?: unknown;
  overrides?: unknown;
  content?: unknown;
  manifests?: unknown;
}

/** Packs that have little to set are like each other; that makes none the other under a new name. */
const TELLING = 10;

/**
 * How much the texts of two layers have in common, from 0 to 1. Where few leaves are set at all, 1 or 0: whether `alike`
 * holds besides and they are the same.
 */
export function contentLikeness(before: Content, after: Content, alike: boolean): number {
  const [left, right] = [leavesIn(before), leavesIn(after)];
  if (left === undefined || right === undefined || left.size === 0 || right.size === 0) return 0;
  const likeness = likenessOf(left, right);
  if (alike && likeness === 1) return 1;
  return Math.min(left.size, right.size) < TELLING ? 0 : likeness;
}

/** The leaves of all texts; undefined where one is not known or does not parse. */
function leavesIn({ values, overrides, content, manifests }: Content): Leaves | undefined {
  const leaves = new Map<string, number>();
  const texts = [values, overrides, content].map((text, at): [string, unknown] => [String(at), text]);
  for (const manifest of Array.isArray(manifests) ? (manifests as Content[]) : []) {
    texts.push(["manifest", typeof manifest === "object" ? manifest.content : manifest]);
  }
  for (const [place, text] of texts) {
    if (text === undefined || text === null) continue;
    const known = knownText(text);
    const parsed = known === undefined ? undefined : parseYaml(normalizeText(known));
    if (parsed === undefined || parsed.errors.length > 0) return undefined;
    for (const [leaf, count] of parsed.documents.flatMap((tree) => [...leavesOf(tree)])) {
      leaves.set(`${place}${leaf}`, (leaves.get(`${place}${leaf}`) ?? 0) + count);
    }
  }
  return leaves;
}
