import {
  type MergeConflict,
  mergeThreeWays,
  pathSteps,
  sameYaml,
  type ThreeWayMerge,
  type ThreeWays,
  yamlValue,
} from "@palette-profiles/profiles";
import type { Remembered } from "./memory";

/** What a program says of a text: all of it, what differs from Palette's own, or nothing. */
export type Wish = { whole: string } | { laidOver: (base: string) => string } | undefined;

export interface MergedPart {
  /** What Palette should hold. */
  text: string;
  memory: Remembered;
  conflicts: MergeConflict[];
  /** Paths that change in Palette. */
  own: string[];
}

/**
 * Brings together what Palette holds and what the program says, knowing what both said before. What an upgrade of Palette
 * changed is kept, so is what the program says, and what both changed is a conflict.
 */
export function mergePart(
  memory: Remembered | undefined,
  live: string,
  wish: Wish,
  overwrite: readonly string[],
  merge: (it: ThreeWays) => ThreeWayMerge = mergeThreeWays,
): MergedPart {
  const { base, applied, written } = memory ?? { base: live, applied: live, written: live };
  // A whole text is that of the day when it was written: what it says is what changed in it since.
  const edited =
    wish !== undefined && "whole" in wish
      ? merge({ base: written, applied: written, live: applied, wanted: wish.whole, overwrite })
      : undefined;
  const wanted = edited?.text ?? (wish !== undefined && "laidOver" in wish ? wish.laidOver(base) : base);
  const merged = merge({ base, applied, live, wanted, overwrite });
  const pins = pinned(wish, merged, overwrite);
  return {
    text: pins.text,
    memory: {
      base: merged.base,
      applied: pins.text,
      written: wish !== undefined && "whole" in wish ? wish.whole : pins.text,
    },
    conflicts: [...(edited?.conflicts ?? []), ...merged.conflicts, ...pins.conflicts],
    own: [...new Set([...merged.own, ...pins.own])],
  };
}

/**
 * Overrides that said what Palette's own value was: nothing that a merge could tell from it, until an upgrade brings
 * another value there. Then that is a conflict like any other.
 */
function pinned(wish: Wish, { text, conflicts: told }: ThreeWayMerge, overwrite: readonly string[]) {
  if (wish === undefined || "whole" in wish) return { text, own: [], conflicts: [] };
  const held = wish.laidOver(text);
  if (sameYaml(held, text)) return { text, own: [], conflicts: [] };
  const { own } = mergeThreeWays({ base: text, applied: text, live: text, wanted: held });
  const wins = overwrite.map(keysOf);
  const isOverwritten = (path: string) => wins.some((keys) => keys.every((key, n) => keysOf(path)[n] === key));
  const isTold = (path: string) => told.some((conflict) => conflict.path === path);
  const conflicts = own
    .filter((path) => !isOverwritten(path) && !isTold(path))
    .map((path): MergeConflict => {
      const [live, wanted] = [valueAt(text, path), valueAt(held, path)];
      return { path, base: wanted, applied: wanted, live, wanted };
    });
  if (told.length + conflicts.length > 0) return { text, own: [], conflicts };
  return { text: held, own, conflicts };
}

/** The keys of a path. A merge takes a list for one value, so there is nothing else in one. */
function keysOf(path: string): string[] {
  return pathSteps(path).flatMap((step) => ("key" in step ? step.key : []));
}

function valueAt(text: string, path: string): unknown {
  return keysOf(path).reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    yamlValue(text),
  );
}

/** What upgrades brought becomes Palette's own, as long as nothing of it is in conflict with what the program says. */
export function rebase(
  memory: Remembered,
  live: string,
  overwrite: readonly string[],
  wish: Wish,
  merge: (it: ThreeWays) => ThreeWayMerge = mergeThreeWays,
): Remembered {
  const { base, applied, written } = memory;
  const merged = merge({ base, applied, live, wanted: applied, overwrite });
  const pins = pinned(wish, merged, overwrite);
  if (merged.conflicts.length + pins.conflicts.length > 0) return memory;
  return {
    base: unlessTrimmed(base, merged.base),
    applied: unlessTrimmed(applied, pins.text),
    written: wish !== undefined && "whole" in wish ? written : unlessTrimmed(written, pins.text),
  };
}

/** Palette trims the texts that it is sent: nothing to remember, and no drift for an engine to report. */
function unlessTrimmed(before: string, after: string): string {
  return before.trim() === after.trim() ? before : after;
}

/** The same for a tag, which is one value. */
export function mergeTags({ base, applied, live, wanted, overwrite }: ThreeWays): ThreeWayMerge {
  const ours = applied !== base && live === applied;
  const incoming = live !== base && live !== applied;
  const conflict = wanted !== base && wanted !== live && incoming && !(overwrite ?? []).includes("tag");
  const stays = conflict || (wanted === base && live !== applied);
  const text = stays ? live : wanted;
  return {
    text,
    base: ours ? base : live,
    conflicts: conflict ? [{ path: "tag", base, applied, live, wanted }] : [],
    own: text === live ? [] : ["tag"],
    incoming: incoming ? ["tag"] : [],
  };
}
