import type { LayerModel } from "@palette-profiles/profiles";
import { called } from "../values/called";
import type { RegistryProps } from "./registry-props";

/**
 * The registry of a layer or a tier, as the models have it.
 * @param place whose it is, for the error: `layer "argo-cd"`
 * @throws where a registry is given beside a name or uid of one
 */
export function registryOf(
  place: string,
  { registry, registryName, registryUid }: RegistryProps,
): Pick<LayerModel, "registryName" | "registryUid"> {
  if (registry === undefined) return { registryName, registryUid };
  const [other] = Object.entries({ registryName, registryUid }).filter(([, value]) => value !== undefined);
  if (other === undefined) return { registryUid: registry.uid };
  const [property, value] = other;
  throw new Error(
    `TwoRegistries: ${place} gives the registry "${registry.node.path}", and ${called(property, value)}; give one of them`,
  );
}
