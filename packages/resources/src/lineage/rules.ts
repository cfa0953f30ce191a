import type { Diagnostic, Path } from "@palette-profiles/resource-kit";
import type { PlannedLineage } from "./state";

/** What a scope demands. */
export function scopeRules(noun: string, config: PlannedLineage): Diagnostic[] {
  if (config.context === "tenant" && typeof config.project === "string") {
    return [
      wrong(
        ["project"],
        "ProjectInTenant",
        "A tenant profile has no project",
        `project is "${config.project}", but context is "tenant". Leave one of them out.`,
      ),
    ];
  }
  if (config.context === "system") {
    return [
      wrong(
        ["context"],
        "SystemContext",
        "System profiles are another resource",
        `context is "system": ${noun.startsWith("a") ? "an" : "a"} ${noun} belongs to a "project" or the "tenant". What comes with Palette itself is a system profile: use that resource.`,
      ),
    ];
  }
  return [];
}

/** Palette keeps one value a key. */
export function tagRules(config: PlannedLineage): Diagnostic[] {
  const seen = new Map<string, string>();
  const tags: unknown[] = Array.isArray(config.tags) ? config.tags : [];
  return tags.flatMap((tag): Diagnostic[] => {
    if (typeof tag !== "string") return [];
    const key = tag.split(":", 1)[0]!;
    const other = seen.get(key);
    seen.set(key, tag);
    if (other === undefined) return [];
    return [
      wrong(
        ["tags"],
        "DuplicateTag",
        "Two tags with one key",
        `Palette keeps one value a key, but the tags "${other}" and "${tag}" share "${key}": remove one of them.`,
      ),
    ];
  });
}

/** An error of a rule. */
export function wrong(path: Path, code: string, summary: string, detail: string): Diagnostic {
  return { severity: "error", code, summary, detail, path };
}
