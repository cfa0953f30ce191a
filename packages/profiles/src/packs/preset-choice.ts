import { nearest } from "../nearest";
import { presetsOf } from "../presets";
import { type PackProblem, packError, packWarning } from "./problem";
import { inStack, type PlannedLayer, type Stack } from "./stack";

/** V23: the presets that values name are ones that the pack has, and one a group. */
export function checkPresets({ layers }: Stack): PackProblem[] {
  return layers.flatMap((layer) => (layer.edited ? [...unknown(layer), ...conflicts(layer)] : []));
}

function unknown(layer: PlannedLayer): PackProblem[] {
  if (layer.knowledge === undefined || layer.values === undefined) return [];
  const known = layer.knowledge.presets.map(({ group, name }) => `${group}:${name}`);
  // Real packs name presets in their own values that their `presets.yaml` lacks; who copies those is not to blame.
  const own = presetsOf(layer.knowledge.values);
  return presetsOf(layer.values)
    .filter((preset) => !known.includes(preset) && !own.includes(preset))
    .map((preset) => {
      const near = nearest(preset, known, 1)[0] ?? known.find((each) => nameOf(each) === nameOf(preset));
      const hint =
        near !== undefined
          ? `Did you mean "${near}"?`
          : known.length === 0
            ? "It tells of none: remove the name, unless you know better."
            : `There are: ${known.map((each) => `"${each}"`).join(", ")}.`;
      // A pack that tells of no presets at all may have them elsewhere.
      const tell = known.length === 0 ? packWarning : packError;
      return tell(
        "UnknownPreset",
        inStack(layer, "values"),
        `The pack "${layer.pack}" has no preset "${preset}"`,
        `The values of "${layer.name}" name the preset "${preset}" in the comment spectrocloud.com/enabled-presets, which the pack does not have. ${hint}`,
      );
    });
}

function conflicts(layer: PlannedLayer): PackProblem[] {
  const groups = new Map<string, string[]>();
  for (const preset of presetsOf(layer.values ?? "")) {
    const group = preset.slice(0, Math.max(0, preset.lastIndexOf(":")));
    if (group !== "") groups.set(group, [...(groups.get(group) ?? []), nameOf(preset)]);
  }
  return [...groups]
    .filter(([, names]) => names.length > 1)
    .map(([group, names]) =>
      packError(
        "PresetConflict",
        inStack(layer, "values"),
        `Two presets of the group "${group}"`,
        `The values of "${layer.name}" name ${names.map((name) => `"${name}"`).join(" and ")} of the preset group "${group}", of which one can hold: remove the others from the comment spectrocloud.com/enabled-presets.`,
      ),
    );
}

function nameOf(preset: string): string {
  return preset.slice(preset.lastIndexOf(":") + 1);
}
