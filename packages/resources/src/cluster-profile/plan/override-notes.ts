import {
  diffYaml,
  keyPaths,
  type LeafChange,
  mergeYaml,
  nearest,
  pathSteps,
  YamlMergeError,
} from "@palette-profiles/profiles";
import { isObject, isUnknown } from "@palette-profiles/resource-kit";
import { scopeOf } from "../../palette";
import type { LayerState } from "../attributes";
import { cannotOverride, ownValues } from "../layer-values";
import type { ProfileDraft } from "./draft";

/** How many paths a warning names. */
const MOST = 10;
/** Below these any key may stand: Palette reads `pack` itself, and people make up labels. */
const FREE = /^(?:pack)$|(?:labels|annotations|selector)$/i;

/**
 * What happens between overrides and the defaults under them, for layers whose overrides or pack changed: overrides that
 * match no key, and at a new tag the defaults that moved underneath.
 */
export async function overrideNotes(draft: ProfileDraft): Promise<void> {
  const layers: unknown[] = Array.isArray(draft.planned.packs) ? draft.planned.packs : [];
  await Promise.all(
    layers.map(async (layer, index) => {
      if (isObject(layer) && isOverridden(layer)) await notesOf(draft, layer, index);
    }),
  );
}

type Overridden = LayerState & { overrides: string; uid: string };

function isOverridden(layer: Record<string, unknown>): layer is Overridden {
  const texts = [layer.name, layer.overrides, layer.uid, layer.registryUid];
  return layer.type !== "manifest" && texts.every((text) => typeof text === "string");
}

async function notesOf(draft: ProfileDraft, layer: Overridden, index: number): Promise<void> {
  const { context, project } = draft.planned;
  const before = draft.prior?.packs?.[draft.priorIndex("packs", index)];
  if (before?.uid === layer.uid && before.overrides === layer.overrides) return;
  if (isUnknown(context) || isUnknown(project)) return;
  const { lookups } = draft.context;
  const at = await scopeOf({ context, project }, draft);
  const path = ["packs", index, "overrides"];
  const own = await ownValues(lookups, at, layer);
  // A chart that Palette does not know brings defaults that nobody knows here.
  if (own.trim() === "") return;
  try {
    const { text, unmatched } = mergeYaml(own, layer.overrides);
    const astray = unmatched.filter((each) => !isFree(each));
    if (astray.length > 0) draft.warning(path, unmatchedNote(layer, astray, own));
    if (before?.uid === undefined || before.uid === layer.uid || before.name !== layer.name) return;
    const was = mergeYaml(await ownValues(lookups, at, before), layer.overrides).text;
    const moved = diffYaml(was, text).changes;
    if (moved.length > 0) draft.warning(path, movedNote(layer, before, moved));
  } catch (error) {
    if (!(error instanceof YamlMergeError)) throw error;
    const { code, summary, message } = cannotOverride(layer, error);
    draft.error(path, { code, summary, detail: message });
  }
}

function isFree(path: string): boolean {
  return pathSteps(path)
    .slice(0, -1)
    .some((step) => "key" in step && FREE.test(step.key));
}

function unmatchedNote(layer: Overridden, unmatched: readonly string[], own: string) {
  const known = keyPaths(own);
  const named = unmatched.slice(0, MOST).map((path) => {
    const [near] = nearest(path, known, 1);
    const other = near ?? elsewhere(path, known);
    return other === undefined ? path : `${path} (did you mean ${other}?)`;
  });
  return {
    code: "UnmatchedOverrides",
    summary: "Overrides that match no default value",
    detail: `Layer "${layer.name}": ${versionOf(layer)} has no default at ${listed(named, unmatched.length)}. They are sent all the same, since a chart may read keys without a default; check how they are spelt.`,
  };
}

/** The only key of the same name, or of a name like it, at another place. */
function elsewhere(path: string, known: readonly string[]): string | undefined {
  const name = path.slice(path.lastIndexOf(".") + 1);
  const same = known.filter((each) => each.endsWith(`.${name}`));
  return same.length === 1 ? same[0] : undefined;
}

function movedNote(layer: Overridden, before: LayerState, moved: readonly LeafChange[]) {
  const lines = moved.slice(0, MOST).map(({ path, kind, secret, ...sides }) => {
    const show = (value: unknown) => (secret === true ? "(hidden)" : shown(value));
    if (kind === "add") return `${path} added, ${show(sides.after)}`;
    if (kind === "remove") return `${path} removed`;
    if (kind === "move") return `${path} moved`;
    return `${path}: ${show(sides.before)} -> ${show(sides.after)}`;
  });
  const count = moved.length === 1 ? "1 default value changes" : `${moved.length} default values change`;
  return {
    code: "DefaultsMoved",
    summary: `${count} under the overrides of "${layer.name}"`,
    detail: `From ${versionOf(before)} to ${versionOf(layer)}, what is not overridden changes with the pack: ${listed(lines, moved.length, "; ")}.`,
  };
}

function versionOf({ name, tag, resolvedTag }: Pick<LayerState, "name" | "tag" | "resolvedTag">): string {
  return `${name} ${resolvedTag ?? tag ?? ""}`.trim();
}

function listed(shownOnes: readonly string[], count: number, separator = ", "): string {
  const rest = count - shownOnes.length;
  return `${shownOnes.join(separator)}${rest > 0 ? `${separator}and ${rest} more` : ""}`;
}

function shown(value: unknown): string {
  const text = isObject(value) && typeof value.yaml === "string" ? value.yaml : JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
