import type { LayerModel, ProfileModel } from "../model/profile";
import { type DeepFields, knownItems } from "../model/unknown";
import { error, type Problem } from "../rules/problem";
import { checkOverrides } from "./overrides";

/** A layer says which pack it is, or holds manifests. */
export function checkLayers(profile: DeepFields<ProfileModel>): Problem[] {
  return knownItems<LayerModel>(profile.packs).flatMap(({ item: layer, index }) => {
    const who = whoIs(layer, index);
    const problems = checkOverrides(layer, who, ["packs", index, "overrides"]);
    if (typeof layer.type === "symbol") return problems;
    if (layer.type === "manifest") {
      if (layer.manifests === undefined || (Array.isArray(layer.manifests) && layer.manifests.length === 0)) {
        const message = `${who} is of type "manifest" but has no manifest: add one, or remove the layer.`;
        problems.push(error("NoManifest", ["packs", index, "manifests"], message));
      }
    } else if (layer.tag === undefined && layer.uid === undefined) {
      const message = `${who} gives no tag: write the pack's version, such as tag = "1.2.3".`;
      problems.push(error("NoTag", ["packs", index, "tag"], message));
    }
    return problems;
  });
}

/** The layers of a system profile need say nothing but what they change. */
export function checkLayerChanges(profile: DeepFields<Pick<ProfileModel, "packs">>): Problem[] {
  return knownItems<LayerModel>(profile.packs).flatMap(({ item: layer, index }) =>
    checkOverrides(layer, whoIs(layer, index), ["packs", index, "overrides"]),
  );
}

function whoIs({ name }: DeepFields<LayerModel>, index: number): string {
  return typeof name === "string" ? `Layer "${name}"` : `Layer ${index + 1}`;
}
