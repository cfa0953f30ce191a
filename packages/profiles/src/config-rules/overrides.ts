import type { LayerModel } from "../model/profile";
import type { DeepFields } from "../model/unknown";
import { error, type Problem } from "../rules/problem";
import { yamlErrors } from "../yaml/errors";
import { mergeYaml } from "../yaml/merge";
import { YamlMergeError } from "../yaml/merge-error";

/** Overrides stand in place of values, over a pack, and are a map. What is not known yet may be left out in the end. */
export function checkOverrides(
  { type, values, overrides }: DeepFields<LayerModel>,
  who: string,
  path: Problem["path"],
): Problem[] {
  if (typeof overrides !== "string") return [];
  if (type === "manifest") {
    const message = `${who} is of type "manifest", which has no default values: write the manifest as it should be.`;
    return [error("OverridesOfManifest", path, message)];
  }
  if (typeof values === "string") {
    const message = `${who} gives values, which are the layer's whole values, and overrides, which go over the pack's own: leave one of them out.`;
    return [error("ValuesAndOverrides", path, message)];
  }
  if (yamlErrors(overrides).length > 0) return [];
  try {
    mergeYaml("", overrides);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof YamlMergeError)) throw thrown;
    const message = `The overrides of ${who.replace("Layer", "layer")} cannot be used: ${thrown.message}. Write one map of the keys to change.`;
    return [error("OverridesNoMap", path, message)];
  }
}
