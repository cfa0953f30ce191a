import { isMap, YAMLMap } from "yaml";
import { composeSide, layOver, type MergedYaml } from "./lay-over";
import { guarded, YamlMergeError } from "./merge-error";
import { parseYaml } from "./parse";
import { presetLines } from "./presets";
import { isNull, newRewriting, rewriteNode } from "./rewrite-node";
import { yamlText } from "./yaml-text";

/**
 * Lays overrides over default values as Helm does: maps merge key by key, lists and scalars replace, and `null` removes
 * a key. Of the defaults all stays to the letter, comments and key order too, where nothing is overridden. New keys come
 * last in their map. Palette's presets comment is that of the overrides where they have one.
 *
 * A map written in one line becomes a block where overrides reach into it. Defaults with aliases are written anew, with
 * what the aliases mean in their place. Of several documents the first map is meant.
 *
 * @throws {YamlMergeError} where one side does not parse or is not a map
 */
export function mergeYaml(defaults: string, overrides: string | object): MergedYaml {
  const source = yamlText(overrides).replace(/^\uFEFF/, "");
  const wanted = overridesOf(source);
  const presets = presetsOfOverrides(source);
  if (wanted.items.length === 0 && presets === undefined) return { text: defaults, unmatched: [], changed: [] };
  return layOver(defaults, wanted, presets);
}

function overridesOf(source: string): YAMLMap {
  const documents = composeSide(source, "overrides");
  if (documents.length > 1) throw new YamlMergeError("overrides", "they hold more than one document");
  const root = documents[0]?.contents;
  if (isNull(root)) return new YAMLMap();
  if (!isMap(root)) throw new YamlMergeError("overrides", "they are not a map of keys");
  return guarded("overrides", () => rewriteNode(root, newRewriting({ nullRemoves: true })) as YAMLMap);
}

function presetsOfOverrides(source: string): string[] | undefined {
  if (!source.includes("spectrocloud.com/enabled-presets:")) return undefined;
  const parsed = parseYaml(source);
  const lines = presetLines(source, parsed.isContent);
  return lines.length === 0 ? undefined : lines.map(({ line }) => line.trim());
}
