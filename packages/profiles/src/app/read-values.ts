import { parseYaml } from "../yaml/parse";
import { normalizeText } from "../yaml/text";
import { toValue } from "../yaml/tree";

/** A map as it stands in YAML. What readers take for more than one thing is `{ yaml: ... }`, as it is written. */
export type YamlRecord = Record<string, unknown>;

/** The first document of values where it is a map; undefined where it is none, or does not parse. */
export function readValues(text: string): YamlRecord | undefined {
  const [tree] = parseYaml(normalizeText(text)).documents;
  return tree === undefined ? undefined : recordOf(toValue(tree));
}

export function recordOf(value: unknown): YamlRecord | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as YamlRecord) : undefined;
}

export function listOf(value: unknown): unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** A scalar as it is written; undefined for null, a map or a list. */
export function scalarOf(value: unknown): string | undefined {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
  const written = recordOf(value)?.yaml;
  return typeof written === "string" ? written : undefined;
}

/** A scalar that is a plain decimal number, whether quoted or not; undefined otherwise. */
export function numberOf(value: unknown): number | undefined {
  const text = scalarOf(value);
  return text !== undefined && /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}
