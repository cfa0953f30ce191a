import { displayNameOf, layerKey } from "../model/layer-key";
import type { LayerModel, ManifestModel, ProfileModel, VariableModel } from "../model/profile";
import { type DeepFields, knownItems, knownText } from "../model/unknown";
import { error, type Problem } from "./problem";
import { repeats } from "./repeats";

/** Layers, the manifests of a layer, and variables are told apart by name, so a name stands once. */
export function checkDuplicates(profile: DeepFields<ProfileModel>): Problem[] {
  return [...duplicateLayers(profile), ...duplicateManifests(profile), ...duplicateVariables(profile)];
}

function duplicateLayers(profile: DeepFields<ProfileModel>): Problem[] {
  const first = new Map<string, number>();
  const problems: Problem[] = [];
  for (const { item: layer, index } of knownItems<LayerModel>(profile.packs)) {
    const name = knownText(layer.name);
    // Values that are not known yet may set a display name.
    if (name === undefined || typeof layer.values === "symbol" || typeof layer.overrides === "symbol") continue;
    const values = knownText(layer.values) ?? knownText(layer.overrides);
    const key = layerKey({ name, values });
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, index);
      continue;
    }
    const both = `layers ${other + 1} and ${index + 1}`;
    const displayName = values === undefined ? undefined : displayNameOf(values);
    const message =
      displayName === undefined
        ? `${both} are both "${name}"; set pack."spectrocloud.com/display-name" in their values to tell them apart, or remove one`
        : `${both} are both "${name}" with the display name "${displayName}"; give each its own pack."spectrocloud.com/display-name"`;
    problems.push(error("DuplicateLayer", ["packs", index, "name"], message));
  }
  return problems;
}

function duplicateManifests(profile: DeepFields<ProfileModel>): Problem[] {
  return knownItems<LayerModel>(profile.packs).flatMap(({ item: layer, index }) => {
    const names = knownItems<ManifestModel>(layer.manifests).map(({ item, index: at }) => ({ text: item.name, at }));
    const where = `layer "${knownText(layer.name) ?? index + 1}"`;
    return repeats(names).map(({ text, at, other }) =>
      error(
        "DuplicateManifest",
        ["packs", index, "manifests", at, "name"],
        `manifests ${other + 1} and ${at + 1} of ${where} are both named "${text}"; rename one`,
      ),
    );
  });
}

function duplicateVariables(profile: DeepFields<ProfileModel>): Problem[] {
  const variables = knownItems<VariableModel>(profile.variables);
  const names = repeats(variables.map(({ item, index }) => ({ text: item.name, at: index })));
  const displayNames = repeats(variables.map(({ item, index }) => ({ text: item.displayName, at: index })));
  return [
    ...names.map(({ text, at, other }) =>
      error(
        "DuplicateVariable",
        ["variables", at, "name"],
        `variables ${other + 1} and ${at + 1} are both named "${text}"; rename one`,
      ),
    ),
    ...displayNames.map(({ text, at, other }) =>
      error(
        "DuplicateDisplayName",
        ["variables", at, "displayName"],
        `variables ${other + 1} and ${at + 1} both have the display name "${text}"; a display name stands once in a profile`,
      ),
    ),
  ];
}
