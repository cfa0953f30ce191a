import { type AnyValues, type Attribute, type Attributes, isBlock, snakeCase } from "@palette-profiles/resource-kit";
import { propertyName } from "../runtime/wire";

/** How a language writes values. */
export interface Language {
  /** A property's name as a key of an object. */
  key(name: string): string;
  /** The key of a map, which is data and no name. */
  entry(name: string): string;
  /** A text, a number, true or false. */
  scalar(value: unknown): string;
}

export const typescript: Language = {
  key: (name) => `${name}: `,
  entry: (name) => `${/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name)}: `,
  scalar: (value) => JSON.stringify(value),
};

export const python: Language = {
  key: (name) => `${JSON.stringify(snakeCase(name))}: `,
  entry: (name) => `${JSON.stringify(name)}: `,
  scalar: (value) => (typeof value === "boolean" ? (value ? "True" : "False") : JSON.stringify(value)),
};

/** The lines `name: value,` of an object, in a language, indented. */
export function lines(
  language: Language,
  attributes: Attributes,
  values: AnyValues,
  { indent = "", key = language.key, top = false } = {},
): string {
  return Object.entries(values)
    .map(([name, value]) => {
      const attribute = attributes[name];
      const written =
        attribute === undefined ? plain(language, value, indent) : literal(language, attribute, value, indent);
      return `${indent}${key(top ? propertyName(name) : name)}${written},\n`;
    })
    .join("");
}

function literal(language: Language, attribute: Attribute, value: unknown, indent: string): string {
  if (!isBlock(attribute)) return plain(language, value, indent);
  const deeper = `${indent}    `;
  const object = (it: AnyValues, at: string) =>
    `{\n${lines(language, attribute.attributes, it, { indent: `${at}    ` })}${at}}`;
  if (!Array.isArray(value)) return object(value as AnyValues, indent);
  return `[\n${value.map((it: AnyValues) => `${deeper}${object(it, deeper)},\n`).join("")}${indent}]`;
}

function plain(language: Language, value: unknown, indent: string): string {
  if (Array.isArray(value)) return `[${value.map((item) => plain(language, item, indent)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return language.scalar(value);
  const deeper = `${indent}    `;
  const entries = Object.entries(value);
  return `{\n${entries.map(([name, inner]) => `${deeper}${language.entry(name)}${plain(language, inner, deeper)},\n`).join("")}${indent}}`;
}
