import { type Diagnostic, isObject, isUnknown, type Path, type PlanValues } from "@palette-profiles/resource-kit";
import { wrong } from "../lineage/rules";
import type { ClusterProfileState } from "./attributes";

type Config = PlanValues<ClusterProfileState>;

/** Where a default may be write-only, and what goes with it. What is not known yet may be left out in the end. */
export function writeOnlyRules(config: Config): Diagnostic[] {
  return variablesIn(config).flatMap((variable, index): Diagnostic[] => {
    if (!isObject(variable)) return [];
    const { name, isSensitive, defaultValue, defaultValueWo, defaultValueWoVersion } = variable;
    const who = `the variable "${typeof name === "string" ? name : index + 1}"`;
    const at = (field: string): Path => ["profileVariables", "variables", index, field];
    const told: Diagnostic[] = [];
    if (defaultValueWo !== undefined && isSensitive !== true && !isUnknown(isSensitive)) {
      const detail = `default_value_wo of ${who} is kept out of the state, but is_sensitive is ${String(isSensitive ?? "not set")}, so that Palette would show the value to everybody and give it back into the state: set is_sensitive = true, or use default_value.`;
      told.push(wrong(at("defaultValueWo"), "WriteOnlyDefaultShown", "Palette would show this default", detail));
    }
    if (typeof defaultValue === "string" && defaultValueWo !== undefined && !isUnknown(defaultValueWo)) {
      const detail = `Both default_value, which the state holds, and default_value_wo, which it does not, are set for ${who}: leave one of them out.`;
      told.push(wrong(at("defaultValueWo"), "TwoDefaults", "The default is given twice", detail));
    }
    if (defaultValueWoVersion !== undefined && !isUnknown(defaultValueWoVersion) && defaultValueWo === undefined) {
      const detail = `default_value_wo_version of ${who} is ${String(defaultValueWoVersion)}, but there is no default_value_wo that it could be the version of: give that, or leave the version out.`;
      told.push(wrong(at("defaultValueWoVersion"), "VersionOfNoDefault", "A version of no value", detail));
    }
    return told;
  });
}

/** Whether a path is that of a default which is given as a write-only value. */
export function isWriteOnlyDefault(config: Config, path: Path): boolean {
  const [block, list, index, field] = path;
  if (block !== "profileVariables" || list !== "variables" || field !== "defaultValue") return false;
  const variable = variablesIn(config)[Number(index)];
  return isObject(variable) && variable.defaultValue === undefined && variable.defaultValueWo !== undefined;
}

/** A problem of a default at the attribute that gives it, and without a word of the value. */
export function ofWriteOnly(problem: Diagnostic): Diagnostic {
  const path = [...(problem.path ?? []).slice(0, -1), "defaultValueWo"];
  if (problem.code !== "NestedReference") return { ...problem, path };
  const detail =
    "The write-only default refers to a variable or another macro: a variable's value is taken as it is written; refer to it in the layer's values instead.";
  return { ...problem, path, detail };
}

function variablesIn({ profileVariables }: Config): readonly unknown[] {
  if (!isObject(profileVariables) || !Array.isArray(profileVariables.variables)) return [];
  return profileVariables.variables as unknown[];
}
