import type { FourTrees } from "./four-trees";
import { layOver } from "./lay-over";
import { YamlMergeError } from "./merge-error";
import { pathSteps } from "./path";
import { decide, type MergeConflict } from "./three-ways-decide";
import { incomingPaths } from "./three-ways-incoming";
import { nodesOf, presetLinesOf, readSide, type SideText, sameSide } from "./three-ways-text";
import { undoDeltas } from "./three-ways-undo";
import { editPaths, isEdited, overridesOf, type TreeEdits } from "./tree-edits";

export type { MergeConflict } from "./three-ways-decide";

export interface ThreeWays {
  /** Palette's own text, without the user's deltas, as last seen. */
  base: string;
  /** What we sent last: `base` with the user's deltas. Equal to `base` before the first change. */
  applied: string;
  /** What Palette holds now. */
  live: string;
  /** What the user wants: `base` with the deltas wanted now. */
  wanted: string;
  /** Paths, as `diffYaml` writes them, at and below which `wanted` wins over what Palette brought. "" is all. */
  overwrite?: readonly string[];
}

export interface ThreeWayMerge {
  /** What to send: `live` with the user's deltas; `live` to the letter where there is nothing to do. */
  text: string;
  /** `live` without the user's deltas: the base from now on. */
  base: string;
  /** Where the user and Palette want different things. `text` keeps what is live there. */
  conflicts: MergeConflict[];
  /** The paths that `text` sets other than `live`: the user's. */
  own: string[];
  /** The paths where `live` is neither as in `base` nor as in `applied`: what Palette, or somebody, brought. */
  incoming: string[];
}

/**
 * Brings the user's deltas into a text that Palette changes too. A delta is a path where `wanted` is other than `base`.
 * Where live is as we sent it, or was put back to Palette's own value, the delta is set again; where live has something
 * new, that is a conflict, unless `overwrite` names the path; what the user does not care for stays as it is live. A delta
 * that is taken back goes back to the value of `base`, or stays what Palette has made of it since.
 *
 * Values compare by meaning, as `sameYaml` does. Of `live` all stays to the letter where nothing is changed. A list is
 * one value: overrides replace lists as a whole, so that a list merged by its entries would not last until the next
 * merge. So is Palette's presets comment, at the path `presets`. Null is a value.
 *
 * Texts that are not one map (several documents, a list, what does not parse, maps with tags or `<<`) are one value,
 * at the path "". In a conflict they are given as text.
 */
export function mergeThreeWays(it: ThreeWays): ThreeWayMerge {
  const settled = it.live === it.applied && it.live === it.wanted;
  if (settled) return { text: it.live, base: it.base, conflicts: [], own: [], incoming: [] };
  const sides = readSides(it);
  const trees = treesOf(sides);
  if (trees === undefined) return { ...wholeText(sides, it), ...wholeBase(sides) };
  const overwrite = new Set((it.overwrite ?? []).map(keysOfPath));
  const decided = decide(trees, (keys) => overwrite.has(JSON.stringify(keys)));
  const presets = decidePresets(sides, overwrite);
  const text = edited(sides.live, sides.wanted, decided.edits, presets.lines);
  const incoming = [...presets.incoming, ...incomingPaths(trees)];
  const based = basedOn(sides, trees, presets.base);
  if (text === undefined) return { ...wholeText(sides, it), base: based, incoming };
  return {
    text,
    base: based,
    conflicts: [...presets.conflicts, ...decided.conflicts],
    own: [...(presets.lines ? ["presets"] : []), ...editPaths(decided.edits, trees.live)],
    incoming,
  };
}

type Sides = Record<"base" | "applied" | "live" | "wanted", SideText>;

/** Texts that are the same are read once. */
function readSides(it: ThreeWays): Sides {
  const read = new Map<string, SideText>();
  const side = (text: string): SideText => {
    const known = read.get(text) ?? readSide(text);
    read.set(text, known);
    return known;
  };
  return { base: side(it.base), applied: side(it.applied), live: side(it.live), wanted: side(it.wanted) };
}

/** The four maps; undefined where the texts have to be taken as a whole. */
function treesOf({
  base,
  applied,
  live,
  wanted,
}: Sides): { [side in keyof Sides]: NonNullable<SideText["root"]> } | undefined {
  if (!base.root || !applied.root || !live.root || !wanted.root) return undefined;
  // A text of nothing is no empty map: where it can be told apart it is.
  const empty = [base, applied, live, wanted].some(({ parsed }) => parsed.documents.length === 0);
  if (empty && (sameSide(live, applied) || sameSide(live, base))) return undefined;
  return { base: base.root, applied: applied.root, live: live.root, wanted: wanted.root };
}

/** A path by its keys; one that leads into a list or a document names nothing here. */
function keysOfPath(path: string): string {
  const steps = path === "" ? [] : pathSteps(path);
  return JSON.stringify(steps.map((step) => ("key" in step ? step.key : step)));
}

/** `live` with the edits made; undefined where the text that comes out does not mean what it should. */
function edited(live: SideText, source: SideText, edits: TreeEdits, presets: string[] | undefined): string | undefined {
  if (edits.size === 0 && presets === undefined) return live.text;
  try {
    const known = { text: live.normal, documents: live.parsed.composed };
    const overrides = overridesOf(edits, nodesOf(live), nodesOf(source));
    const { text } = layOver(live.text, overrides, presets, known);
    const result = readSide(text);
    const expected = presets === undefined ? live : source;
    const right = result.root && isEdited(result.root, live.root, edits);
    return right && result.meaning.presets.join() === expected.meaning.presets.join() ? text : undefined;
  } catch (error) {
    if (error instanceof YamlMergeError) return undefined;
    throw error;
  }
}

/** `live` with Palette's own values where it holds the user's. */
function basedOn(sides: Sides, trees: FourTrees, presets: string[] | undefined): string {
  const { base, applied, live } = sides;
  if (sameSide(live, applied)) return sameSide(applied, base) ? live.text : base.text;
  return edited(live, base, undoDeltas(trees), presets) ?? live.text;
}

function decidePresets({ base, applied, live, wanted }: Sides, overwrite: ReadonlySet<string>) {
  const names = (side: SideText) => side.meaning.presets.join();
  const same = (a: SideText, b: SideText) => names(a) === names(b);
  const untouched = same(live, applied) || same(live, base);
  const told = (side: SideText) => (side.meaning.presets.length > 0 ? side.meaning.presets : undefined);
  const result: { lines?: string[]; base?: string[]; conflicts: MergeConflict[]; incoming: string[] } = {
    conflicts: [],
    incoming: untouched ? [] : ["presets"],
  };
  if (same(live, applied) && !same(live, base)) result.base = presetLinesOf(base);
  if (same(live, wanted) || (same(wanted, base) && !same(live, applied))) return result;
  if (untouched || overwrite.has("[]") || overwrite.has('["presets"]')) result.lines = presetLinesOf(wanted);
  else {
    const values = { base: told(base), applied: told(applied), live: told(live), wanted: told(wanted) };
    const present = Object.entries(values).filter(([, value]) => value !== undefined);
    result.conflicts.push({ path: "presets", ...Object.fromEntries(present) });
  }
  return result;
}

/** The rule for a key, for the whole text. */
function wholeText({ base, applied, live, wanted }: Sides, it: ThreeWays): Omit<ThreeWayMerge, "base" | "incoming"> {
  const keep = { text: live.text, conflicts: [], own: [] };
  if (sameSide(live, wanted)) return keep;
  const set = { text: wanted.text, conflicts: [], own: [""] };
  if (sameSide(live, applied) || sameSide(live, base)) return set;
  if (sameSide(wanted, base)) return keep;
  if (it.overwrite?.includes("")) return set;
  const { base: own, applied: sent, live: now, wanted: next } = it;
  return { ...keep, conflicts: [{ path: "", base: own, applied: sent, live: now, wanted: next }] };
}

function wholeBase({ base, applied, live }: Sides): Pick<ThreeWayMerge, "base" | "incoming"> {
  const held = sameSide(live, applied);
  return {
    base: held && !sameSide(applied, base) ? base.text : live.text,
    incoming: held || sameSide(live, base) ? [] : [""],
  };
}
