import { served } from "../runtime/served";
import { kebabCase } from "./kebab-case";
import { renderClass } from "./render-class";

/** Attributes that hold YAML and, in a program, may be an object. */
const YAML: Record<keyof typeof served, readonly string[]> = {
  ClusterProfile: ["packs.values", "packs.overrides"],
  AppProfile: ["tiers.values"],
  SystemProfile: ["packs.values", "packs.overrides"],
};

/** Every generated file of this package, below `src`. */
export function generatedFiles(): { file: string; text: string }[] {
  return Object.entries(served).map(([resource, { resource: spec }]) => ({
    file: `${kebabCase(resource)}.generated.ts`,
    text: renderClass({ resource, attributes: spec.attributes, yaml: YAML[resource as keyof typeof served] }),
  }));
}
