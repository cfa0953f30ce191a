import { served } from "../runtime/served";
import { kebabCase } from "./kebab-case";
import { renderClass } from "./render-class";

/** Every generated file of this package, below `src`. */
export function generatedFiles(): { file: string; text: string }[] {
  return Object.entries(served).map(([resource, { resource: spec }]) => ({
    file: `${kebabCase(resource)}.generated.ts`,
    text: renderClass({ resource, attributes: spec.attributes }),
  }));
}
