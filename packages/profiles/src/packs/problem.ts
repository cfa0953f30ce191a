/** Something that packs say against a profile. */
export interface PackProblem {
  /** Stable, for looking up and for ignoring. */
  code: PackProblemCode;
  /** Where, as a path into the profile: `["packs", 2, "tag"]`. */
  path: (string | number)[];
  /** A headline. */
  summary: string;
  /** What is wrong or what will happen, the wrong value, and what to do. */
  message: string;
  severity: "error" | "warning";
}

export type PackProblemCode =
  | "MissingLayer"
  | "RepeatedLayer"
  | "LayerOrder"
  | "AddonInInfra"
  | "InfraInAddon"
  | "RemovedInfraLayer"
  | "CloudMismatch"
  | "PackDeprecated"
  | "PackDisabled"
  | "PackDeleted"
  | "RequiredValue"
  | "ReadonlyValue"
  | "InvalidValue"
  | "PackDependency"
  | "PackNotSupported"
  | "UnsupportedUpgrade"
  | "UnknownPreset"
  | "PresetConflict"
  | "TrainTag"
  | "KubernetesSkip"
  | "PackDowngrade"
  | "MajorUpgrade"
  | "InfraReplaced"
  | "SharedNamespace";

export function packError(
  code: PackProblemCode,
  path: PackProblem["path"],
  summary: string,
  message: string,
): PackProblem {
  return { code, path, summary, message, severity: "error" };
}

export function packWarning(
  code: PackProblemCode,
  path: PackProblem["path"],
  summary: string,
  message: string,
): PackProblem {
  return { code, path, summary, message, severity: "warning" };
}
