import { isObject, type Path } from "@palette-profiles/resource-kit";
import type { ProfileDraft } from "./draft";

/** A text that a plan would send and that is not what it was before. */
export interface ChangedText {
  /** Where in the resource. */
  path: Path;
  /** Where, for people: `Layer "argo-cd", values`. */
  who: string;
  text: string;
}

/** The values, overrides and manifests that are new or changed. Unknown ones are left out. */
export function changedTexts(draft: ProfileDraft): ChangedText[] {
  const layers: unknown[] = Array.isArray(draft.planned.packs) ? draft.planned.packs : [];
  return layers.flatMap((layer, index) => {
    if (!isObject(layer)) return [];
    const before = draft.prior?.packs?.[draft.priorIndex("packs", index)];
    const path = ["packs", index];
    const who = `Layer "${String(layer.name)}"`;
    const own = (["values", "overrides"] as const).map((name) => ({
      path: [...path, name],
      who: `${who}, ${name}`,
      text: layer[name],
      was: before?.[name],
    }));
    const manifests: unknown[] = Array.isArray(layer.manifests) ? layer.manifests : [];
    const contents = manifests.map((manifest, n) => {
      const it = isObject(manifest) ? manifest : {};
      return {
        path: [...path, "manifests", n, "content"],
        who: `${who}, manifest "${String(it.name)}"`,
        text: it.content,
        was: before?.manifests?.find((each) => each.name === it.name)?.content,
      };
    });
    return [...own, ...contents].flatMap(({ was, text, ...where }) =>
      typeof text === "string" && text !== was ? [{ ...where, text }] : [],
    );
  });
}
