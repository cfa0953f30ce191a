import { Values } from "./values";

/**
 * The YAML of what a program gives as values: an object, YAML, or `Values`.
 * @param place whose they are, for the error: `the values of layer "argo-cd"`
 */
export function valuesText(place: string, given: unknown): string | undefined {
  return given === undefined ? undefined : Values._from(place, given)._text();
}
