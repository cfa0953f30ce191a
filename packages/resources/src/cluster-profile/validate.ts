import {
  type DeepMaybeUnknown,
  type ProblemCode,
  type ProfileModel,
  validateProfile,
  validateProfileConfig,
} from "@palette-profiles/profiles";
import { type Diagnostic, isObject, isUnknown, type PlanValues } from "@palette-profiles/resource-kit";
import { configRules, pathOf } from "../lineage/rules";
import { summaryOf } from "../lineage/summary";
import type { ClusterProfileState } from "./attributes";

type Config = PlanValues<ClusterProfileState>;

/** The rules of shape: what is wrong in the text itself, told without asking Palette. */
export function validate(config: Config): Diagnostic[] {
  const model = modelOf(config);
  return [...profileRules(model), ...configRules(validateProfileConfig(model))];
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
  return { ...rest, packs: layers, variables: variables ?? [] } as DeepMaybeUnknown<ProfileModel>;
}

function profileRules(model: DeepMaybeUnknown<ProfileModel>): Diagnostic[] {
  return validateProfile(model).map(({ code, path, message, severity }) => {
    return { severity, code, summary: SUMMARIES[code] ?? summaryOf(message), detail: message, path: pathOf(path) };
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
