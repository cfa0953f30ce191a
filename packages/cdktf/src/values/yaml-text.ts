import { yamlText as plainYamlText } from "@palette-profiles/profiles";
import { Token } from "cdktf";
import { TokenMarks } from "./token-marks";
import { tokenYaml } from "./token-yaml";

/**
 * YAML of an object, read alike by YAML 1.1 and 1.2; a string is YAML already and stays as it is. A token within an
 * object becomes the YAML of what it turns out to be at apply, whatever its type and however it would need to be quoted.
 */
export function yamlText(value: string | object): string {
  if (typeof value === "string") return value;
  const marks = new TokenMarks();
  return marks.replaced(plainYamlText(marked(value, marks, "") as object));
}

/** YAML of an array: a document each. Of anything else, one document. */
export function yamlDocuments(value: string | object): string {
  return Array.isArray(value) && !Token.isUnresolved(value) ? value.map(yamlText).join("---\n") : yamlText(value);
}

/** @param path where the value stands, for the error */
function marked(value: unknown, marks: TokenMarks, path: string): unknown {
  if (Token.isUnresolved(value)) return marks.of(tokenYaml(value));
  if (Array.isArray(value)) return value.map((item, index) => marked(item, marks, `${path}[${index}]`));
  if (typeof value === "function") throw noData(path, "a function");
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (!isPlain(value)) throw noData(path, `an object of the class ${value.constructor.name}`);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const name = Token.isUnresolved(key) ? marks.of(tokenYaml(key)) : key;
      return [name, marked(item, marks, path === "" ? key : `${path}.${key}`)];
    }),
  );
}

/** Whether an object was written as one, in this or another realm of JavaScript. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function noData(path: string, what: string): Error {
  const place = path === "" ? "what should be YAML" : `"${path}" of an object that should be YAML`;
  return new Error(
    `InvalidValues: ${place} is ${what}, which YAML cannot hold; write a text of it, such as a variable's ref or a profile's uid`,
  );
}
