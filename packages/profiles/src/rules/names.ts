import type { LayerModel, ProfileModel, VariableModel } from "../model/profile";
import { type DeepFields, knownItems } from "../model/unknown";
import { error, type Problem } from "./problem";

/** Profiles, layers, manifests and variables have names that are not empty. */
export function checkNames(profile: DeepFields<ProfileModel>): Problem[] {
  const problems: Problem[] = [];
  const check = (value: unknown, path: Problem["path"], what: string) => {
    if (typeof value !== "string" || value.trim() !== "") return;
    problems.push(error("EmptyName", path, `${what} has an empty name; give it one`));
  };
  check(profile.name, ["name"], "the profile");
  for (const { item: layer, index } of knownItems<LayerModel>(profile.packs)) {
    check(layer.name, ["packs", index, "name"], `layer ${index + 1}`);
    for (const { item: manifest, index: at } of knownItems<LayerModel["manifests"][number]>(layer.manifests)) {
      check(manifest.name, ["packs", index, "manifests", at, "name"], `manifest ${at + 1} of layer ${index + 1}`);
    }
  }
  for (const { item: variable, index } of knownItems<VariableModel>(profile.variables)) {
    check(variable.name, ["variables", index, "name"], `variable ${index + 1}`);
  }
  return problems;
}
