import {
  type DeepMaybeUnknown,
  type ProblemCode,
  type ProfileModel,
  validateProfile,
  validateProfileConfig,
} from "@palette-profiles/profiles";
import { type Diagnostic, isObject, isUnknown, type PlanValues } from "@palette-profiles/resource-kit";
import { configRules } from "../lineage/rules";
import { summaryOf } from "../lineage/summary";
import type { ClusterProfileState } from "./attributes";
import { isWriteOnlyDefault, ofWriteOnly, writeOnlyRules } from "./write-only-rules";

type Config = PlanValues<ClusterProfileState>;

/** The rules of shape: what is wrong in the text itself, told without asking Palette. */
export function validate(config: Config): Diagnostic[] {
  return [...profileRules(config), ...writeOnlyRules(config), ...configRules(validateProfileConfig(modelOf(config)))];
}

/** The config in the words of the profile model. */
function modelOf(config: Config): DeepMaybeUnknown<ProfileModel> {
  const { profileVariables, packs, ...rest } = config;
  const variables = isObject(profileVariables)
    ? profileVariables.variables
    : isUnknown(profileVariables)
      ? profileVariables
      : [];
  const layers = Array.isArray(packs)
    ? packs.map((layer: unknown) => (isObject(layer) ? { ...layer, manifests: layer.manifests ?? [] } : layer))
    : (packs ?? []);
  return { ...rest, packs: layers, variables: withDefaults(variables) } as DeepMaybeUnknown<ProfileModel>;
}

/** A write-only default keeps the rules of any default. */
function withDefaults(variables: unknown): unknown {
  if (!Array.isArray(variables)) return variables ?? [];
  return (variables as unknown[]).map((it) =>
    isObject(it) && it.defaultValue === undefined ? { ...it, defaultValue: it.defaultValueWo } : it,
  );
}

function profileRules(config: Config): Diagnostic[] {
  return validateProfile(modelOf(config)).map(({ code, path, message, severity }) => {
    const problem = {
      severity,
      code,
      summary: SUMMARIES[code] ?? summaryOf(message),
      detail: message,
      path: path[0] === "variables" ? ["profileVariables", ...path] : path,
    };
    return isWriteOnlyDefault(config, problem.path) ? ofWriteOnly(problem) : problem;
  });
}

/** Headlines of problems whose first clause is long, or tells a place that the detail tells as well. */
const SUMMARIES: Partial<Record<ProblemCode, string>> = {
  InvalidInstallPriority: "The install priority is not a whole number",
  InvalidNamespace: "The namespace is not valid",
  InvalidDefault: "The variable's default value does not keep its own rules",
  InvalidRegex: "The variable's regex is not RE2",
  NoDefault: "The variable needs a default value",
  OptionsWithoutDropdown: "The variable's options are never shown",
  UndeclaredVariable: "A variable is used but not declared",
  UnusedVariable: "A variable is declared but not used",
  UnquotedReference: "A reference without quotes",
  NestedReference: "A reference inside another value that is replaced",
  ReferenceInContent: "A variable where Palette takes none",
  UnknownSystemReference: "A system value that Palette does not name",
  UnknownPackReference: "A value of another pack that is not there",
};
