import { formatPath, UNKNOWN } from "@palette-profiles/resource-kit";
import { validate } from "./validate";

const CANARY = "wo-canary";
const variable = { name: "token", displayName: "Token", isSensitive: true };
const told = (more: Record<string, unknown>) =>
  validate({
    name: "p",
    packs: [{ name: "argo-cd", tag: "1.0.0", values: "a: '{{.spectro.var.token}}'" }],
    profileVariables: { variables: [{ ...variable, ...more }] },
  } as Parameters<typeof validate>[0]);

test("a write-only default of a sensitive variable is right, with a version and without", () => {
  expect(told({ defaultValueWo: CANARY })).toEqual([]);
  expect(told({ defaultValueWo: CANARY, defaultValueWoVersion: 1 })).toEqual([]);
});

test("it counts as a default where one is needed", () => {
  expect(told({ immutable: true }).map(({ code }) => code)).toEqual(["NoDefault"]);
  for (const needed of [{ immutable: true }, { required: true, hidden: true }]) {
    expect(told({ ...needed, defaultValueWo: CANARY })).toEqual([]);
  }
});

test("what is not known yet is no error", () => {
  for (const more of [
    { defaultValueWo: UNKNOWN, immutable: true },
    { defaultValueWo: CANARY, isSensitive: UNKNOWN },
    { defaultValueWo: UNKNOWN, defaultValue: "a" },
    { defaultValueWo: CANARY, defaultValue: UNKNOWN },
    { defaultValueWo: UNKNOWN, defaultValueWoVersion: 1 },
    { defaultValueWoVersion: UNKNOWN },
  ]) {
    expect(told(more)).toEqual([]);
  }
});

test.each([
  [
    "a default that Palette shows",
    { defaultValueWo: CANARY, isSensitive: false },
    "WriteOnlyDefaultShown",
    "defaultValueWo",
    "is_sensitive is false, so that Palette would show the value to everybody and give it back into the state: set is_sensitive = true",
  ],
  [
    "a default that Palette shows, where nothing is said",
    { defaultValueWo: UNKNOWN, isSensitive: undefined },
    "WriteOnlyDefaultShown",
    "defaultValueWo",
    "is_sensitive is not set",
  ],
  [
    "a default that is given twice",
    { defaultValueWo: CANARY, defaultValue: "a" },
    "TwoDefaults",
    "defaultValueWo",
    'are set for the variable "token": leave one of them out',
  ],
  [
    "a version of no value",
    { defaultValueWoVersion: 3 },
    "VersionOfNoDefault",
    "defaultValueWoVersion",
    'of the variable "token" is 3, but there is no default_value_wo',
  ],
  [
    "a default in another format",
    { defaultValueWo: CANARY, format: "number" },
    "InvalidDefault",
    "defaultValueWo",
    'its format "number"',
  ],
  [
    "a default that its regex does not match",
    { defaultValueWo: CANARY, regex: "^[0-9]+$" },
    "InvalidDefault",
    "defaultValueWo",
    'does not match its regex "^[0-9]+$"',
  ],
  [
    "a default that is no option",
    { defaultValueWo: CANARY, inputType: "dropdown", options: [{ value: "a", label: "A" }] },
    "InvalidDefault",
    "defaultValueWo",
    'none of its options "a"',
  ],
  [
    "a default that refers to another variable",
    { defaultValueWo: `{{.spectro.var.${CANARY}}}` },
    "NestedReference",
    "defaultValueWo",
    "a variable's value is taken as it is written",
  ],
])("%s is told at its attribute, without the value", (_, more, code, field, words) => {
  const problems = told(more).filter(({ path }) => path?.[0] === "profileVariables");
  expect(problems.map((it) => [it.code, formatPath(it.path ?? [])])).toEqual([
    [code, `profileVariables.variables[0].${field}`],
  ]);
  expect(problems[0]?.detail).toContain(words);
  expect(JSON.stringify(problems)).not.toContain(CANARY);
});
