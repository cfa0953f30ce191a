import { error, type Problem } from "../rules/problem";

/** Where a program puts a profile, where a plan may not know it yet. */
export interface Scope {
  context?: unknown;
  project?: unknown;
}

/** What a scope demands. */
export function checkScope(noun: string, { context, project }: Scope): Problem[] {
  if (context === "tenant" && typeof project === "string") {
    const message = `project is "${project}", but context is "tenant". Leave one of them out.`;
    return [error("ProjectInTenant", ["project"], message)];
  }
  if (context === "system") {
    const message = `context is "system": ${noun.startsWith("a") ? "an" : "a"} ${noun} belongs to a "project" or the "tenant". What comes with Palette itself is a system profile: use that resource.`;
    return [error("SystemContext", ["context"], message)];
  }
  return [];
}
