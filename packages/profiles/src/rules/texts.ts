import type { LayerModel, ManifestModel, ProfileModel } from "../model/profile";
import { type DeepFields, knownItems, knownText } from "../model/unknown";
import type { Problem } from "./problem";

/** A YAML text of a profile that is known. */
export interface ProfileText {
  text: string;
  path: Problem["path"];
  /** For messages: `the values of layer "web"`. */
  what: string;
  /** Whether more than one thing is named, so that `are` follows `what`. */
  plural: boolean;
  kind: "values" | "overrides" | "manifest";
}

/** The values, overrides and manifests of all layers, as far as they are known. */
export function profileTexts(profile: DeepFields<ProfileModel>): ProfileText[] {
  return knownItems<LayerModel>(profile.packs).flatMap(({ item: layer, index }) => {
    const name = knownText(layer.name) ?? String(index + 1);
    const texts: ProfileText[] = [];
    for (const kind of ["values", "overrides"] as const) {
      const text = knownText(layer[kind]);
      if (text === undefined) continue;
      texts.push({ text, path: ["packs", index, kind], what: `the ${kind} of layer "${name}"`, plural: true, kind });
    }
    for (const { item: manifest, index: at } of knownItems<ManifestModel>(layer.manifests)) {
      const text = knownText(manifest.content);
      if (text === undefined) continue;
      const what = `manifest "${knownText(manifest.name) ?? at + 1}" of layer "${name}"`;
      const path = ["packs", index, "manifests", at, "content"];
      texts.push({ text, path, what, plural: false, kind: "manifest" });
    }
    return texts;
  });
}

/** Whether all texts are known, so that what is in none of them is nowhere. */
export function allTextsKnown(profile: DeepFields<ProfileModel>): boolean {
  return allKnown<LayerModel>(profile.packs, (layer) => {
    if (typeof layer.values === "symbol" || typeof layer.overrides === "symbol") return false;
    return allKnown<ManifestModel>(layer.manifests, (manifest) => typeof manifest.content !== "symbol");
  });
}

/** Whether a list is known, with all its elements, and each of them passes. */
export function allKnown<T extends object>(list: unknown, passes: (item: DeepFields<T>) => boolean): boolean {
  if (list === undefined || list === null) return true;
  if (!Array.isArray(list)) return false;
  return (
    list.every((item: unknown) => typeof item !== "symbol") && knownItems<T>(list).every(({ item }) => passes(item))
  );
}
