import { Token } from "cdktf";
import { yamlText } from "./yaml-text";

/**
 * The YAML of values that are given as an object or as YAML.
 * @param place whose they are, for the error: `the values of layer "argo-cd"`
 */
export function yamlOf(place: string, given: unknown): string {
  if (typeof given === "string" || (typeof given === "object" && given !== null && !Array.isArray(given))) {
    return yamlText(given, place);
  }
  if (Token.isUnresolved(given)) return yamlText(given as object);
  throw new Error(
    `InvalidValues: ${place} are ${kindOf(given)}; give an object, YAML as text, or Values, such as Values.fromFile("values.yaml")`,
  );
}

function kindOf(given: unknown): string {
  if (given === null || given === undefined) return String(given);
  if (Array.isArray(given)) return "an array";
  return typeof given === "function" ? "a function" : `the ${typeof given} ${String(given)}`;
}
