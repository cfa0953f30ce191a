import { type AnyValues, type Diagnostic, s } from "@palette-profiles/resource-kit";
import { wrong } from "../lineage/rules";
import { suggest } from "../lookups";

/** Where a data source looks. */
export const scopeAttributes = {
  context: s.string({ description: "`project` or `tenant`. Default `project`.", optional: true, example: "project" }),
  project: s.string({
    description: "The project's name, in the context `project`. Default: the provider's project.",
    optional: true,
    example: "Payments",
  }),
};

/** What is wrong with the scope, as far as it is known. */
export function scopeProblems(
  { context, project }: AnyValues,
  contexts: readonly string[] = ["project", "tenant"],
): Diagnostic[] {
  if (typeof context !== "string") return [];
  if (!contexts.includes(context)) {
    const detail = `context is "${context}".${suggest(context, contexts)}`;
    return [wrong(["context"], "UnknownContext", "There is no such context", detail)];
  }
  if (context === "project" || typeof project !== "string") return [];
  const detail = `project is "${project}", but context is "${context}". Leave one of them out.`;
  return [wrong(["project"], "ProjectElsewhere", `The ${context} has no projects`, detail)];
}
