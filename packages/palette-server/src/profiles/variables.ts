import type { V1Variable, V1VariableOption } from "@palette-profiles/palette-api";
import { readBoolean, readList, readObject, readOneOf, readString } from "../body";
import { invalid } from "../errors";
import { matchesFormat } from "./variable-format";

/** What stands for a sensitive default in every answer. */
export const MASK = "********";

const FORMATS = ["string", "number", "boolean", "ipv4", "ipv4cidr", "ipv6", "version", "base64"] as const;
const INPUT_TYPES = ["text", "dropdown", "multiline"] as const;

/** Reads and checks a list of profile variables; absent and null mean none. */
export function readVariables(value: unknown, path: string): V1Variable[] {
  return (readList(value, path) ?? []).map((item, index) => readVariable(item, `${path}[${index}]`));
}

function readVariable(value: unknown, path: string): V1Variable {
  const input = readObject(value, path) ?? {};
  const text = (key: string) => readString(input[key], `${path}.${key}`);
  const flag = (key: string) => readBoolean(input[key], `${path}.${key}`) ?? false;
  const name = text("name")?.trim() ?? "";
  if (name === "") throw invalid("InvalidVariable", `${path}.name is missing`);
  return {
    name,
    displayName: text("displayName") || name,
    description: text("description") ?? "",
    format: readOneOf(input.format, `${path}.format`, FORMATS) ?? "string",
    inputType: readOneOf(input.inputType, `${path}.inputType`, INPUT_TYPES) ?? "text",
    defaultValue: text("defaultValue") ?? "",
    regex: text("regex") ?? "",
    options: readOptions(input.options, `${path}.options`),
    required: flag("required"),
    hidden: flag("hidden"),
    immutable: flag("immutable"),
    isSensitive: flag("isSensitive"),
  };
}

function readOptions(value: unknown, path: string): V1VariableOption[] {
  return (readList(value, path) ?? []).map((item, index) => {
    const option = readObject(item, `${path}[${index}]`) ?? {};
    const text = (key: string) => readString(option[key], `${path}[${index}].${key}`) ?? "";
    return {
      value: text("value"),
      label: text("label") || text("value"),
      description: text("description"),
      default: readBoolean(option.default, `${path}[${index}].default`) ?? false,
    };
  });
}

/** Checks a profile's variables as a whole. */
export function checkVariables(variables: readonly V1Variable[]): void {
  refuseTwice(variables, "name");
  refuseTwice(variables, "displayName");
  for (const variable of variables) {
    const problem = problemOf(variable);
    if (problem)
      throw invalid("InvalidVariable", `The variable "${variable.name}" ${problem}`, { variable: variable.name });
  }
}

function refuseTwice(variables: readonly V1Variable[], key: "name" | "displayName"): void {
  const values = variables.map((variable) => variable[key]);
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined) throw invalid("InvalidVariable", `Two variables have the ${key} "${twice}"`);
}

function problemOf(variable: V1Variable): string | undefined {
  const { defaultValue = "", format = "string", options = [] } = variable;
  if (variable.inputType === "dropdown" && options.length === 0) return "is a dropdown without options";
  if (defaultValue === "") {
    if (variable.immutable) return "is read-only and so needs a default value";
    if (variable.hidden && variable.required) return "is hidden and required and so needs a default value";
    return undefined;
  }
  if (variable.inputType === "dropdown" && !options.some((option) => option.value === defaultValue)) {
    return "has a default value that is not among its options";
  }
  return matchesFormat(format, defaultValue) ? undefined : `has a default value that is not of the format ${format}`;
}

/** A variable as it is shown: the default of a sensitive one is masked. */
export function maskVariable(variable: V1Variable): V1Variable {
  const isMasked = variable.isSensitive && variable.defaultValue !== "";
  return isMasked ? { ...variable, defaultValue: MASK } : variable;
}

/** A client that sends the mask back means the default that is stored. */
export function unmaskVariable(variable: V1Variable, stored: V1Variable | undefined): V1Variable {
  const isKept = variable.isSensitive && variable.defaultValue === MASK && stored?.isSensitive;
  return isKept ? { ...variable, defaultValue: stored.defaultValue } : variable;
}
