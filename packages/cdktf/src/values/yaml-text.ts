import { yamlText as plainYamlText } from "@palette-profiles/profiles";
import { Token } from "cdktf";
import { TokenMarks } from "./token-marks";
import { tokenYaml } from "./token-yaml";

/**
 * YAML of an object, read alike by YAML 1.1 and 1.2; a string is YAML already and stays as it is. A token within an
 * object becomes the YAML of what it turns out to be at apply, whatever its type and however it would need to be quoted.
 *
 * @param place whose it is, for the error: `the values of layer "argo-cd"`
 * @throws where something within the object has no text, such as a function or a construct
 */
export function yamlText(value: string | object, place = "an object"): string {
  if (typeof value === "string") return value;
  const marks = new TokenMarks();
  return marks.replaced(plainYamlText(marked(value, marks, { place, path: "" }) as object));
}

/** YAML of an array: a document each. Of anything else, one document. */
export function yamlDocuments(value: string | object, place: string): string {
  if (!Array.isArray(value) || Token.isUnresolved(value)) return yamlText(value, place);
  return value.map((document) => yamlText(document, place)).join("---\n");
}

/** Where a value stands, for the error. */
interface Place {
  place: string;
  path: string;
}

function marked(value: unknown, marks: TokenMarks, at: Place): unknown {
  const within = (item: unknown, path: string) => marked(item, marks, { ...at, path });
  if (Token.isUnresolved(value)) return marks.of(tokenYaml(value));
  if (Array.isArray(value)) return value.map((item, index) => within(item, `${at.path}[${index}]`));
  if (typeof value === "function") throw noText("a function", at);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (!isPlain(value)) throw noText(`an object of the class ${value.constructor.name}`, at);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const name = Token.isUnresolved(key) ? marks.of(tokenYaml(key)) : key;
      return [name, within(item, at.path === "" ? key : `${at.path}.${key}`)];
    }),
  );
}

/** Whether an object was written as one, in this or another realm of JavaScript. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function noText(what: string, { place, path }: Place): Error {
  const where = path === "" ? place : `${place} at "${path}"`;
  return new Error(
    `InvalidValues: ${where}: ${what} cannot be written as YAML; write the text that stands for it, such as a variable's ref or a profile's uid`,
  );
}
