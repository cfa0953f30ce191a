import { isTrain, type LayerModel } from "@palette-profiles/profiles";
import { Token } from "cdktf";
import type { CheckedVariable } from "../../variables/variable-model";
import { OR_OURS, when } from "./refused-header";

/** What the official provider cannot do with the layers of a cluster profile, a sentence each. */
export function refusedLayers(layers: LayerModel[]): string[] {
  return [...layers.flatMap(refusedLayer), ...sharedManifests(layers)];
}

function refusedLayer({ name, type, tag, uid, overrides, registryName, registryUid }: LayerModel): string[] {
  const layer = `layer "${name}"`;
  return [
    ...when(
      overrides !== undefined,
      `${layer} gives overrides, and the official provider has none: write the whole of its values, ${OR_OURS}`,
    ),
    ...when(
      tag !== undefined && isTrain(tag),
      `${layer} has the tag "${tag}", a train, which the official provider finds no pack for; write an exact version, ${OR_OURS}`,
    ),
    ...when(
      type === "helm" && uid === undefined && registryName === undefined && registryUid === undefined,
      `${layer} is a Helm chart without a registry, and the official provider looks for none; give registryName, ${OR_OURS}`,
    ),
  ];
}

/** An update tells manifests apart by their names alone, and writes each into the first layer that has the name. */
function sharedManifests(layers: LayerModel[]): string[] {
  const owners = new Map<string, string>();
  const refusals: string[] = [];
  for (const { name: layer, manifests } of layers) {
    for (const { name } of manifests) {
      const owner = owners.get(name);
      owners.set(name, owner ?? layer);
      if (owner === undefined || owner === layer || Token.isUnresolved(name)) continue;
      refusals.push(
        `manifest "${name}" stands in layers "${owner}" and "${layer}", which an update by the official provider would mix up; give the manifests names of their own, ${OR_OURS}`,
      );
    }
  }
  return refusals;
}

/** The default of a sensitive variable would stand in every plan, as a change, since Palette answers with a mask. */
export function refusedVariables(variables: CheckedVariable[]): string[] {
  return variables.flatMap(({ name, isSensitive, defaultValue, defaultValueWo }) => [
    ...when(
      isSensitive === true && defaultValue !== undefined,
      `variable "${name}" is sensitive and has a defaultValue, which every plan of the official provider would show and set again; leave it to the clusters, ${OR_OURS}`,
    ),
    ...when(
      defaultValueWo !== undefined,
      `variable "${name}" has a defaultValueWo, and the official provider has no write-only values; leave it to the clusters, ${OR_OURS}`,
    ),
  ]);
}
