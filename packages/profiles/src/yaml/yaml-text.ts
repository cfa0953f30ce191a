import { isNode, Pair, Scalar, stringify, YAMLMap } from "yaml";

/** Strings that YAML 1.1 and 1.2 read differently when they are not quoted, beyond those that the writer knows. */
const AMBIGUOUS = /^(?:[-+]?0o[0-7]+|<<)$/;

/** YAML of an object, read alike by YAML 1.1 and 1.2; a string is YAML already and stays as it is. */
export function yamlText(value: string | object): string {
  if (typeof value === "string") return value;
  return stringify(quoteAmbiguous(value), {
    version: "1.1",
    lineWidth: 0,
    aliasDuplicateObjects: false,
    // The tag of merges writes `<<` without quotes, whatever is asked for.
    customTags: (tags) => tags.filter((tag) => typeof tag === "string" || tag.tag !== "tag:yaml.org,2002:merge"),
  });
}

function quoteAmbiguous(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(quoteAmbiguous);
  if (typeof value === "string" && AMBIGUOUS.test(value)) return quoted(value);
  if (typeof value !== "object" || value === null || value instanceof Date || isNode(value)) return value;
  const map = new YAMLMap();
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined) map.items.push(new Pair(quoteAmbiguous(key), quoteAmbiguous(item)));
  }
  return map;
}

function quoted(text: string): Scalar<string> {
  const scalar = new Scalar(text);
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}
