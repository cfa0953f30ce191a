/** A rule that a cluster profile or an app profile breaks. */
export interface Problem {
  /** Stable, for looking up and for ignoring. */
  code: ProblemCode;
  /** Where, as a path into the model: `["packs", 2, "values"]`, `["tiers", 1, "values"]`. */
  path: (string | number)[];
  /** One sentence: what, where, the wrong value, and what to do. Never holds a variable's default value. */
  message: string;
  severity: "error" | "warning";
  /** Within the text at `path`, from 1. */
  line?: number;
  column?: number;
}

export type ProblemCode =
  | "EmptyName"
  | "InvalidVersion"
  | "UnknownType"
  | "UnknownContext"
  | "InvalidYaml"
  | "DuplicateLayer"
  | "DuplicateManifest"
  | "DuplicateVariable"
  | "DuplicateDisplayName"
  | "InvalidInstallPriority"
  | "InvalidNamespace"
  | "UnknownFormat"
  | "UnknownInputType"
  | "InvalidDefault"
  | "InvalidRegex"
  | "NoDefault"
  | "NoOptions"
  | "OptionsWithoutDropdown"
  | "DuplicateOption"
  | "UndeclaredVariable"
  | "UnusedVariable"
  | "UnquotedReference"
  | "NestedReference"
  | "ReferenceInContent"
  | "UnknownSystemReference"
  | "UnknownPackReference"
  // How a program describes a profile
  | "ProjectInTenant"
  | "SystemContext"
  | "DuplicateTag"
  | "NoTag"
  | "WriteOnlyDefaultShown"
  | "TwoDefaults"
  | "VersionOfNoDefault"
  | "OverridesOfManifest"
  | "ValuesAndOverrides"
  | "OverridesNoMap"
  | "UnknownVersionPolicy"
  | "InvalidRetention"
  | "ImmutableInPlace"
  | "InvalidDuration"
  // App profiles
  | "NoTiers"
  | "DuplicateTier"
  | "InvalidTierName"
  | "UnknownTierType"
  | "UnexpectedManifests"
  | "UnexpectedProperties"
  | "NoManifest"
  | "NoNamespace"
  | "RepeatedProperty"
  | "UnknownProperty"
  | "ReadableSecret"
  | "InvalidVolumeSize"
  | "InvalidInstallOrder"
  | "InstallOrderContradiction"
  | "NoContainer"
  | "NoImage"
  | "InvalidReplicas"
  | "InvalidPort"
  | "DuplicatePort"
  | "UnknownAccess"
  | "InvalidEnvironment"
  | "InvalidVolume"
  | "InvalidTierReference"
  | "UnknownTier"
  | "LaterTier"
  | "UnknownOutput";

export function error(
  code: ProblemCode,
  path: Problem["path"],
  message: string,
  at?: { line: number; column: number },
): Problem {
  return { code, path, message, severity: "error", ...at };
}

/** What Palette takes, or may take, but what is hardly meant. */
export function warning(
  code: ProblemCode,
  path: Problem["path"],
  message: string,
  at?: { line: number; column: number },
): Problem {
  return { code, path, message, severity: "warning", ...at };
}
