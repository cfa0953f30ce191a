import { isInfra, LAYER_WORDS } from "./knowledge";
import { type PackProblem, packError } from "./problem";
import type { Stack } from "./stack";

/** V7: an infrastructure layer of a profile can be replaced by another pack, but not dropped. */
export function checkRemovedLayers({ layers, partial, removed, newVersion, type }: Stack): PackProblem[] {
  if (partial || newVersion || type === "add-on") return [];
  return removed.flatMap(({ name, kind }) => {
    if (!isInfra(kind) || layers.some((layer) => layer.kind === kind)) return [];
    return packError(
      "RemovedInfraLayer",
      ["packs"],
      `The ${LAYER_WORDS[kind]} layer cannot be removed`,
      `"${name}" is the profile's ${LAYER_WORDS[kind]} layer, which an existing profile cannot lose. Put it back, or name another pack of the layer "${kind}" in its place.`,
    );
  });
}
