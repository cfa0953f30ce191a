import type { Resource } from "@palette-profiles/resource-kit";
import { type Palette, palette } from "@palette-profiles/resources";
import type { Served } from "./lifecycle";

/** Every resource that programs can have, by its name in Pulumi. */
export const served: Readonly<Record<string, Served<Palette>>> = {
  ClusterProfile: { resource: resourceOf("cluster_profile"), id: ["context", "project", "name"] },
  AppProfile: { resource: resourceOf("app_profile"), id: ["context", "project", "name"] },
  SystemProfile: { resource: resourceOf("system_profile"), id: ["name"] },
};

function resourceOf(type: string): Resource<Palette> {
  const found = palette.resources.find((resource) => resource.type === type);
  if (found === undefined) throw new Error(`There is no resource ${type}.`);
  return found;
}
