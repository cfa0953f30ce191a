import {
  type DeepMaybeUnknown,
  mergeYaml,
  type ProblemCode,
  type ProfileModel,
  validateProfile,
  YamlMergeError,
  yamlErrors,
} from "@palette-profiles/profiles";
import { type Diagnostic, isObject, isUnknown, type Path, type PlanValues } from "@palette-profiles/resource-kit";
import { scopeRules, tagRules, wrong } from "../lineage/rules";
import { summaryOf } from "../lineage/summary";
import type { ClusterProfileState } from "./attributes";
import { isWriteOnlyDefault, ofWriteOnly, writeOnlyRules } from "./write-only-rules";

type Config = PlanValues<ClusterProfileState>;

/** The rules of shape: what is wrong in the text itself, told without asking Palette. */
export function validate(config: Config): Diagnostic[] {
  return [
    ...profileRules(config),
    ...writeOnlyRules(config),
    ...scopeRules("cluster profile", config),
    ...layerRules(config),
    ...tagRules(config),
  ];
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

function layerRules(config: Config): Diagnostic[] {
  const layers = Array.isArray(config.packs) ? config.packs : [];
  return layers.flatMap((layer: unknown, index): Diagnostic[] => {
    if (!isObject(layer)) return [];
    const at = (name: string): Path => ["packs", index, name];
    const who = typeof layer.name === "string" ? `Layer "${layer.name}"` : `Layer ${index + 1}`;
    const told: Diagnostic[] = [];
    told.push(...overrideRules(layer, who, at("overrides")));
    if (isUnknown(layer.type)) return told;
    if (layer.type === "manifest") {
      if (layer.manifests === undefined || (Array.isArray(layer.manifests) && layer.manifests.length === 0)) {
        told.push(
          wrong(
            at("manifests"),
            "NoManifest",
            "A manifest layer without a manifest",
            `${who} is of type "manifest" but has no manifest: add one, or remove the layer.`,
          ),
        );
      }
    } else if (layer.tag === undefined && layer.uid === undefined) {
      told.push(
        wrong(
          at("tag"),
          "NoTag",
          "A layer without a version",
          `${who} gives no tag: write the pack's version, such as tag = "1.2.3".`,
        ),
      );
    }
    return told;
  });
}

/** Overrides stand in place of values, over a pack, and are a map. What is not known yet may be left out in the end. */
export function overrideRules(
  { type, values, overrides }: Record<string, unknown>,
  who: string,
  path: Path,
): Diagnostic[] {
  if (typeof overrides !== "string") return [];
  if (type === "manifest") {
    const detail = `${who} is of type "manifest", which has no default values: write the manifest as it should be.`;
    return [wrong(path, "OverridesOfManifest", "Overrides need a pack", detail)];
  }
  if (typeof values === "string") {
    const detail = `${who} gives values, which are the layer's whole values, and overrides, which go over the pack's own: leave one of them out.`;
    return [wrong(path, "ValuesAndOverrides", "Values and overrides exclude each other", detail)];
  }
  if (yamlErrors(overrides).length > 0) return [];
  try {
    mergeYaml("", overrides);
    return [];
  } catch (error) {
    if (!(error instanceof YamlMergeError)) throw error;
    const detail = `The overrides of ${who.replace("Layer", "layer")} cannot be used: ${error.message}. Write one map of the keys to change.`;
    return [wrong(path, "OverridesNoMap", "The overrides are no map", detail)];
  }
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
