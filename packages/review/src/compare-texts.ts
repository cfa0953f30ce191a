import { diffYaml, type ProfileChange, yamlErrors } from "@palette-profiles/profiles";
import { type MaskOptions, maskChanges } from "./mask/mask-review";
import type { ReviewChange } from "./model";

/** What leads from one YAML text to another, masked. */
export interface TextComparison {
  /** Whether there is such a text on both sides. */
  impact: "create" | "update" | "destroy";
  /** None of a text that comes or goes as a whole. */
  changes: ReviewChange[];
  /** The texts differ, their meaning does not. */
  formattingOnly: boolean;
}

/**
 * Compares two texts of values or Kubernetes manifests, leaf by leaf.
 * @throws Error where a text is no YAML, with line and column
 */
export function compareTexts(
  before: string | undefined,
  after: string | undefined,
  options: MaskOptions = {},
): TextComparison {
  for (const text of [before, after]) {
    const [error] = text === undefined ? [] : yamlErrors(text);
    if (error !== undefined) throw new Error(`line ${error.line}, column ${error.column}: ${error.message}`);
  }
  if (before === undefined || after === undefined) {
    return { impact: before === undefined ? "create" : "destroy", changes: [], formattingOnly: false };
  }
  const { changes, formatting } = diffYaml(before, after);
  const told = changes.map(
    ({ secret, ...change }): ProfileChange => ({
      ...change,
      within: "content",
      ...(secret ? { sensitive: true } : {}),
    }),
  );
  return { impact: "update", changes: maskChanges(told, [before, after], options), formattingOnly: formatting };
}
