import { checkScope, type Problem, type ProblemCode } from "@palette-profiles/profiles";
import type { Diagnostic, Path } from "@palette-profiles/resource-kit";
import type { PlannedLineage } from "./state";

/** What a scope demands. */
export function scopeRules(noun: string, config: PlannedLineage): Diagnostic[] {
  return configRules(checkScope(noun, config));
}

/** What is wrong with how a program describes a profile, each with a headline. */
export function configRules(problems: Problem[]): Diagnostic[] {
  return problems.map(({ severity, code, path, message }) => {
    const summary = code === "NoTag" && path[0] === "tiers" ? "A tier without a version" : SUMMARIES[code];
    return { severity, code, summary: summary ?? "The profile is not valid", detail: message, path: pathOf(path) };
  });
}

/** The path of a problem as a resource has it. */
export function pathOf(path: Problem["path"]): Path {
  return path[0] === "variables" ? ["profileVariables", ...path] : path;
}

const SUMMARIES: Partial<Record<ProblemCode, string>> = {
  ProjectInTenant: "A tenant profile has no project",
  SystemContext: "System profiles are another resource",
  DuplicateTag: "Two tags with one key",
  NoTag: "A layer without a version",
  NoManifest: "A manifest layer without a manifest",
  OverridesOfManifest: "Overrides need a pack",
  ValuesAndOverrides: "Values and overrides exclude each other",
  OverridesNoMap: "The overrides are no map",
  WriteOnlyDefaultShown: "Palette would show this default",
  TwoDefaults: "The default is given twice",
  VersionOfNoDefault: "A version of no value",
  UnknownVersionPolicy: "The version policy is unknown",
  InvalidRetention: "The number of versions to keep is wrong",
  ImmutableInPlace: "Two settings exclude each other",
  InvalidDuration: "This is not a duration",
};

/** An error of a rule. */
export function wrong(path: Path, code: string, summary: string, detail: string): Diagnostic {
  return { severity: "error", code, summary, detail, path };
}
