import { Token } from "cdktf";
import { Values } from "./values";
import { yamlText } from "./yaml-text";

/**
 * The YAML of what a program gives as values: an object, YAML, or `Values`.
 * @param place whose they are, for the error: `the values of layer "argo-cd"`
 */
export function valuesText(place: string, given: unknown): string | undefined {
  if (given === undefined) return undefined;
  if (given instanceof Values) return given._text();
  if (typeof given === "string" || (typeof given === "object" && given !== null && !Array.isArray(given))) {
    return yamlText(given);
  }
  if (Token.isUnresolved(given)) return yamlText(given as object);
  throw new Error(
    `InvalidValues: ${place} are ${kindOf(given)}; give an object, YAML as text, or Values, such as Values.fromFile("values.yaml")`,
  );
}

function kindOf(given: unknown): string {
  if (given === null) return "null";
  return Array.isArray(given) ? "an array" : `the ${typeof given} ${String(given)}`;
}
