import type { ProfileModel, VariableModel, VariableOption } from "../model/profile";
import { type DeepFields, knownItems, knownText } from "../model/unknown";
import { nearest } from "../nearest";
import { references } from "../references";
import { error, type Problem, warning } from "./problem";
import { re2Error, re2Matches } from "./re2";
import { fitOf, formatHint, isVariableFormat, VARIABLE_FORMATS } from "./variable-format";

/** How people are asked for a value. Source: `v1VariableInputType` of Palette's API. */
const INPUT_TYPES = ["text", "dropdown", "multiline"] as const;

type Variable = DeepFields<VariableModel>;
/** A variable with what messages call it and where it stands. */
interface Place {
  who: string;
  at: (...path: Problem["path"]) => Problem["path"];
}

/**
 * V12 to V14 and V18: words that Palette knows, a regex that RE2 takes, a default that keeps format, regex and options,
 * and a default where nobody can give a value. No message shows a default: it may be a secret.
 */
export function checkVariables(profile: DeepFields<ProfileModel>): Problem[] {
  return knownItems<VariableModel>(profile.variables).flatMap(({ item: variable, index }) => {
    const place: Place = {
      who: `the variable "${knownText(variable.name) ?? index + 1}"`,
      at: (...path) => ["variables", index, ...path],
    };
    return [
      ...checkWords(variable, place),
      ...checkRegex(variable, place),
      ...checkNeeded(variable, place),
      ...checkOptions(variable, place),
      ...checkDefault(variable, place),
    ];
  });
}

function checkWords(variable: Variable, { who, at }: Place): Problem[] {
  const check = (
    code: "UnknownFormat" | "UnknownInputType",
    field: string,
    value: unknown,
    called: string,
    known: readonly string[],
  ) => {
    const word = knownText(value);
    if (word === undefined || word === "" || known.includes(word)) return [];
    const [near] = nearest(word, known, 1);
    const hint = near ? `; did you mean "${near}"?` : "";
    return [
      error(code, at(field), `${who} has the unknown ${called} "${word}"; use one of ${known.join(", ")}${hint}`),
    ];
  };
  return [
    ...check("UnknownFormat", "format", variable.format, "format", VARIABLE_FORMATS),
    ...check("UnknownInputType", "inputType", variable.inputType, "input type", INPUT_TYPES),
  ];
}

function checkRegex(variable: Variable, { who, at }: Place): Problem[] {
  const regex = knownText(variable.regex);
  const wrong = regex ? re2Error(regex) : undefined;
  if (!regex || !wrong) return [];
  const position = wrong.column === undefined ? "" : ` at character ${wrong.column}`;
  const part = wrong.part === "" ? "" : ` (\`${wrong.part}\`${position})`;
  const message = `${who} has the regex "${regex}", which Palette (RE2) cannot read: ${wrong.why}${part}; ${wrong.instead}`;
  const found = wrong.column === undefined ? undefined : { line: 1, column: wrong.column };
  return [error("InvalidRegex", at("regex"), message, found)];
}

/** V13: who sees no field, or cannot change it, cannot give a value. */
function checkNeeded(variable: Variable, { who, at }: Place): Problem[] {
  const { given } = defaultOf(variable);
  if (given !== undefined && given !== null && given !== "") return [];
  const told = (why: string, field: string) =>
    error("NoDefault", at(field), `${who} is ${why}, but has no default value; give it one, or leave "${field}" out`);
  if (variable.immutable === true) return [told("immutable, so that a cluster cannot set it", "immutable")];
  if (variable.hidden === true && variable.required === true) {
    return [told("required and hidden, so that nobody is asked for it", "hidden")];
  }
  return [];
}

function checkOptions(variable: Variable, { who, at }: Place): Problem[] {
  if (typeof variable.options === "symbol" || typeof variable.inputType === "symbol") return [];
  const options = Array.isArray(variable.options) ? variable.options : [];
  if (variable.inputType !== "dropdown") {
    if (options.length === 0) return [];
    const type = knownText(variable.inputType) || "text";
    const message = `${who} has options, but its input type is "${type}", which shows none; make it "dropdown", or remove the options`;
    return [warning("OptionsWithoutDropdown", at("options"), message)];
  }
  if (options.length === 0) {
    return [error("NoOptions", at("options"), `${who} is a dropdown without options; add at least one`)];
  }
  const first = new Map<string, number>();
  return knownItems<VariableOption>(options).flatMap(({ item, index }) => {
    const value = knownText(item.value);
    if (value === undefined) return [];
    const other = first.get(value);
    if (other === undefined) {
      first.set(value, index);
      return [];
    }
    const message = `options ${other + 1} and ${index + 1} of ${who} both have the value "${value}"; remove one`;
    return [error("DuplicateOption", at("options", index, "value"), message)];
  });
}

/** A write-only default keeps the rules of any default. */
function defaultOf(variable: Variable): { given: unknown; field: "defaultValue" | "defaultValueWo" } {
  const { defaultValue, defaultValueWo } = variable;
  if (defaultValue === undefined && defaultValueWo !== undefined) {
    return { given: defaultValueWo, field: "defaultValueWo" };
  }
  return { given: defaultValue, field: "defaultValue" };
}

function checkDefault(variable: Variable, { who, at }: Place): Problem[] {
  const { given, field } = defaultOf(variable);
  const value = knownText(given);
  if (!value) return [];
  const told = (message: string) => error("InvalidDefault", at(field), message);
  const [reference] = references(value);
  if (reference) {
    const what = field === "defaultValue" ? reference.text : "a variable or another macro";
    const message = `the default value of ${who} refers to ${what}: a variable's value is taken as it is written; refer to it in the layer's values instead`;
    // The docs rule out variables in variables; of the others they say nothing.
    if (reference.kind === "var") return [error("NestedReference", at(field), message)];
    return [warning("NestedReference", at(field), message)];
  }
  const problems: Problem[] = [];
  const format = variable.format === undefined || variable.format === null ? "string" : knownText(variable.format);
  if (format !== undefined && isVariableFormat(format)) {
    const fit = fitOf(format, value);
    const message = `the default value of ${who} is not written as ${formatHint(format)}, which its format "${format}" asks for; correct it`;
    if (fit === "wrong") problems.push(told(message));
    else if (fit === "doubtful") problems.push(warning("InvalidDefault", at(field), message));
  }
  const regex = knownText(variable.regex);
  if (regex && !re2Matches(regex, value)) {
    problems.push(told(`the default value of ${who} does not match its regex "${regex}"; correct one of them`));
  }
  const options = variable.inputType === "dropdown" ? optionValues(variable.options) : [];
  if (options.length > 0 && !options.includes(value)) {
    const known = options.map((option) => `"${option}"`).join(", ");
    problems.push(told(`the default value of ${who} is none of its options ${known}; use one of these, or add it`));
  }
  return problems;
}

/** The values of all options; none when one of them is not known. */
function optionValues(options: unknown): string[] {
  if (!Array.isArray(options)) return [];
  const values = knownItems<VariableOption>(options).map(({ item }) => knownText(item.value));
  return values.length === options.length && values.every((value) => value !== undefined) ? values : [];
}
