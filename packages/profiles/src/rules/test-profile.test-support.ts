import type { LayerModel, ManifestModel, ProfileModel, VariableModel } from "../model/profile";
import type { DeepMaybeUnknown } from "../model/unknown";
import type { Problem } from "./problem";
import { validateProfile } from "./validate-profile";

/** A profile that keeps all rules, with changes. */
export function profile(changes: Partial<ProfileModel> = {}): ProfileModel {
  return { name: "addons", version: "1.0.0", type: "add-on", context: "project", packs: [], variables: [], ...changes };
}

export function layer(name: string, values?: string, manifests: ManifestModel[] = []): LayerModel {
  return { name, values, manifests };
}

/** What is told of a profile, each as severity, code and path, such as `error NoDefault variables.0.hidden`. */
export function told(it: DeepMaybeUnknown<ProfileModel>): string[] {
  return validateProfile(it).map(({ severity, code, path }) => `${severity} ${code} ${path.join(".")}`);
}

/** What is told of one variable, named `x`, that the profile uses. */
export function toldOfVariable(changes: DeepMaybeUnknown<Partial<VariableModel>>): Problem[] {
  const packs = [layer("web", "x: '{{.spectro.var.x}}'\n")];
  const variable = { name: "x", displayName: "X", ...(changes as Partial<VariableModel>) };
  return validateProfile(profile({ packs, variables: [variable] }));
}
