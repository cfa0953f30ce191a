import { yamlText } from "../yaml/yaml-text";
import type { ProfileProperties } from "./facts";
import { entriesOf, layersOf } from "./layers";

/** Values, overrides or a manifest of a layer. */
export interface ProfileText {
  /** Where: `packs[1].values`, `tiers[0].manifests[2].content`. */
  path: string;
  kind: "values" | "manifest";
  /** The layer's name, and the manifest's, by which a rule's options may name it. */
  names: string[];
  text: string;
}

/** All YAML of a profile that is known. Values that are objects, as programs may write them, count as well. */
export function textsOf(profile: ProfileProperties): ProfileText[] {
  return layersOf(profile).flatMap(({ path, fields }) => {
    const names = nameIn(fields);
    const values = (["values", "overrides"] as const).flatMap((name): ProfileText[] => {
      const text = textIn(fields[name]);
      return text === undefined ? [] : [{ path: `${path}.${name}`, kind: "values", names, text }];
    });
    const manifests = entriesOf(fields.manifests).flatMap(({ index, fields: manifest }): ProfileText[] => {
      const text = textIn(manifest.content);
      if (text === undefined) return [];
      const at = `${path}.manifests[${index}].content`;
      return [{ path: at, kind: "manifest", names: [...names, ...nameIn(manifest)], text }];
    });
    return [...values, ...manifests];
  });
}

function textIn(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return value !== null && typeof value === "object" ? yamlText(value) : undefined;
}

function nameIn({ name }: Readonly<Record<string, unknown>>): string[] {
  return typeof name === "string" ? [name] : [];
}
