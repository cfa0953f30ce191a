import type { ProfileModel, VariableModel } from "../model/profile";
import { type DeepFields, knownItems } from "../model/unknown";
import { error, type Problem } from "../rules/problem";

/** Where a default may be write-only, and what goes with it. What is not known yet may be left out in the end. */
export function checkWriteOnly(profile: DeepFields<ProfileModel>): Problem[] {
  return knownItems<VariableModel>(profile.variables).flatMap(({ item: variable, index }) => {
    const { name, isSensitive, defaultValue, defaultValueWo, defaultValueWoVersion } = variable;
    const who = `the variable "${typeof name === "string" ? name : index + 1}"`;
    const problems: Problem[] = [];
    const tell = (code: Problem["code"], field: string, message: string) =>
      problems.push(error(code, ["variables", index, field], message));
    if (defaultValueWo !== undefined && isSensitive !== true && !isUnknown(isSensitive)) {
      const message = `default_value_wo of ${who} is kept out of the state, but is_sensitive is ${String(isSensitive ?? "not set")}, so that Palette would show the value to everybody and give it back into the state: set is_sensitive = true, or use default_value.`;
      tell("WriteOnlyDefaultShown", "defaultValueWo", message);
    }
    if (typeof defaultValue === "string" && defaultValueWo !== undefined && !isUnknown(defaultValueWo)) {
      const message = `Both default_value, which the state holds, and default_value_wo, which it does not, are set for ${who}: leave one of them out.`;
      tell("TwoDefaults", "defaultValueWo", message);
    }
    if (defaultValueWoVersion !== undefined && !isUnknown(defaultValueWoVersion) && defaultValueWo === undefined) {
      const message = `default_value_wo_version of ${who} is ${String(defaultValueWoVersion)}, but there is no default_value_wo that it could be the version of: give that, or leave the version out.`;
      tell("VersionOfNoDefault", "defaultValueWoVersion", message);
    }
    return problems;
  });
}

function isUnknown(value: unknown): boolean {
  return typeof value === "symbol";
}
