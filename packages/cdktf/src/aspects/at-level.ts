import type { Finding, SetFinding } from "@palette-profiles/profiles";
import type { RuleProps } from "./rule-props";

/**
 * Gives findings the level that an aspect is set to.
 * @param aspect its name, for the error
 * @throws where there is no such level
 */
export function atLevel(aspect: string, { level = "error" }: RuleProps): (finding: Finding) => SetFinding {
  if (level !== "error" && level !== "warning") {
    throw new Error(`UnknownLevel: the level of ${aspect} is "${level}"; write "error" or "warning"`);
  }
  return (finding) => ({ ...finding, level: level === "error" ? "mandatory" : "advisory" });
}
