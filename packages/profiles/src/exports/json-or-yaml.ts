import { yamlErrors } from "../yaml/errors";
import { yamlValue } from "../yaml/yaml-value";
import { nestsDeep } from "./nests-deep";

/** Why a text holds no value. */
export interface NoValue {
  /** `neither JSON nor YAML`, `no single YAML document`, or `no readable YAML`. */
  what: string;
  /** Where, as far as that is known, and why: `, line 3, column 5: ...`. Shows nothing of a line that may hold a secret. */
  where: string;
}

/** The value that a text of JSON or YAML holds, or why it holds none. */
export function jsonOrYaml(text: string): { value: unknown } | NoValue {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return valueOfYaml(text);
  }
}

function valueOfYaml(text: string): { value: unknown } | NoValue {
  if (nestsDeep(text)) return { what: "no readable YAML", where: ": it nests too deep" };
  // JSON is YAML, so that YAML's errors tell the line in both.
  const [first] = yamlErrors(text);
  if (first !== undefined) {
    const where = `, line ${first.line}, column ${first.column}: ${first.message}: ${first.excerpt.trim()}`;
    return { what: "neither JSON nor YAML", where };
  }
  try {
    return { value: yamlValue(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n", 1)[0] : String(error);
    return { what: "no single YAML document", where: `: ${reason}` };
  }
}
