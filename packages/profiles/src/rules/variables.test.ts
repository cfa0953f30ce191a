import { UNKNOWN } from "../model/unknown";
import { told, toldOfVariable } from "./test-profile.test-support";
import { VARIABLE_FORMATS } from "./variable-format";

const codes = (changes: Parameters<typeof toldOfVariable>[0]) =>
  toldOfVariable(changes).map(({ severity, code, path }) => `${severity} ${code} ${path.slice(2).join(".")}`);
const options = (...values: string[]) => values.map((value) => ({ value, label: value.toUpperCase() }));

describe("V12: formats", () => {
  test.each(VARIABLE_FORMATS)("takes the format %s without a default", (format) => {
    expect(codes({ format })).toEqual([]);
    expect(codes({ format, defaultValue: "" })).toEqual([]);
  });

  test.each([
    ["string", "any: text"],
    ["number", "3"],
    ["number", "-0.5"],
    ["boolean", "true"],
    ["boolean", "false"],
    ["version", "1.2.3"],
    ["version", "1.2.3-rc.1+build"],
    ["ipv4", "10.0.0.1"],
    ["ipv4cidr", "10.0.0.0/16"],
    ["ipv6", "fd00::1"],
    ["ipv6", "::"],
    ["base64", "cGFsZXR0ZQ=="],
    ["base64", "cGFs\nZXR0\nZQ==\n"],
  ])("takes a default of the format %s: %j", (format, defaultValue) => {
    expect(codes({ format, defaultValue })).toEqual([]);
  });

  test.each([
    ["number", "three"],
    ["number", "1,5"],
    ["version", "latest"],
    ["version", "1.2.3.4"],
    ["ipv4", "10.0.0.256"],
    ["ipv4", "10.0.0.1/24"],
    ["ipv4cidr", "10.0.0.1"],
    ["ipv4cidr", "10.0.0.0/33"],
    ["ipv4cidr", "10.0.0.0/"],
    ["ipv6", "10.0.0.1"],
    ["base64", "no, text"],
  ])("refuses a default that is not of the format %s: %j", (format, defaultValue) => {
    expect(codes({ format, defaultValue })).toEqual(["error InvalidDefault defaultValue"]);
  });

  test.each([
    ["number", "1e3"],
    ["number", "+1"],
    ["base64", "cGFsZXR0ZQ"],
    ["base64", "_-8="],
  ])("only warns of what a lenient reader takes for %s: %j", (format, defaultValue) => {
    expect(codes({ format, defaultValue })).toEqual(["warning InvalidDefault defaultValue"]);
  });

  test("says what the format asks for, and never what the default is", () => {
    const [problem] = toldOfVariable({ format: "number", defaultValue: "s3cr3t-canary", isSensitive: true });
    expect(problem!.message).toBe(
      'the default value of the variable "x" is not written as a number, such as 3 or 0.5, which its format "number" asks for; correct it',
    );
  });

  test("refuses unknown formats and input types, with the nearest", () => {
    expect(
      toldOfVariable({ format: "numbr", inputType: "Dropdown" }).map(({ code, message }) => [code, message]),
    ).toEqual([
      [
        "UnknownFormat",
        'the variable "x" has the unknown format "numbr"; use one of string, number, boolean, ipv4, ipv4cidr, ipv6, version, base64; did you mean "number"?',
      ],
      [
        "UnknownInputType",
        'the variable "x" has the unknown input type "Dropdown"; use one of text, dropdown, multiline; did you mean "dropdown"?',
      ],
    ]);
  });

  test("refuses a default that its regex does not find, and takes one that it finds anywhere", () => {
    expect(codes({ regex: "^[a-z]+$", defaultValue: "abc" })).toEqual([]);
    expect(codes({ regex: "[a-z]", defaultValue: "1a1" })).toEqual([]);
    const [problem] = toldOfVariable({ regex: "^[a-z]+$", defaultValue: "CANARY" });
    expect(problem).toMatchObject({ code: "InvalidDefault", severity: "error" });
    expect(problem!.message).toBe(
      'the default value of the variable "x" does not match its regex "^[a-z]+$"; correct one of them',
    );
  });
});

describe("V13: defaults and options that are needed", () => {
  test("refuses a variable that is hidden and required without a default", () => {
    const changes = { hidden: true, required: true };
    expect(codes(changes)).toEqual(["error NoDefault hidden"]);
    expect(codes({ ...changes, defaultValue: "" })).toEqual(["error NoDefault hidden"]);
    expect(codes({ ...changes, defaultValue: "a" })).toEqual([]);
    expect(codes({ ...changes, required: false })).toEqual([]);
    expect(codes({ ...changes, hidden: false })).toEqual([]);
    expect(toldOfVariable(changes)[0]!.message).toBe(
      'the variable "x" is required and hidden, so that nobody is asked for it, but has no default value; give it one, or leave "hidden" out',
    );
  });

  test("refuses an immutable variable without a default", () => {
    expect(codes({ immutable: true })).toEqual(["error NoDefault immutable"]);
    expect(codes({ immutable: true, defaultValue: "a" })).toEqual([]);
    expect(codes({ immutable: false })).toEqual([]);
  });

  test("refuses a dropdown without options", () => {
    expect(codes({ inputType: "dropdown" })).toEqual(["error NoOptions options"]);
    expect(codes({ inputType: "dropdown", options: [] })).toEqual(["error NoOptions options"]);
    expect(codes({ inputType: "dropdown", options: options("a") })).toEqual([]);
  });

  test("refuses a default that is none of the options, by their value", () => {
    const dropdown = { inputType: "dropdown", options: options("small", "large") };
    expect(codes({ ...dropdown, defaultValue: "large" })).toEqual([]);
    expect(codes({ ...dropdown, defaultValue: "LARGE" })).toEqual(["error InvalidDefault defaultValue"]);
    expect(toldOfVariable({ ...dropdown, defaultValue: "canary" })[0]!.message).toBe(
      'the default value of the variable "x" is none of its options "small", "large"; use one of these, or add it',
    );
  });

  test("refuses an option's value twice, and takes a label twice", () => {
    expect(codes({ inputType: "dropdown", options: options("a", "b", "a") })).toEqual([
      "error DuplicateOption options.2.value",
    ]);
    const sameLabel = options("a", "b").map((option) => ({ ...option, label: "L" }));
    expect(codes({ inputType: "dropdown", options: sameLabel })).toEqual([]);
  });

  test("warns of options that no dropdown shows", () => {
    expect(codes({ options: options("a") })).toEqual(["warning OptionsWithoutDropdown options"]);
    expect(codes({ inputType: "multiline", options: options("a") })).toEqual([
      "warning OptionsWithoutDropdown options",
    ]);
    expect(codes({ inputType: "text", options: [] })).toEqual([]);
  });
});

describe("V14: booleans", () => {
  test.each(["1", "0", "True", "yes", "on", " true"])("refuses the default %j", (defaultValue) => {
    expect(toldOfVariable({ format: "boolean", defaultValue })).toMatchObject([
      { code: "InvalidDefault", severity: "error", message: expect.stringContaining("true or false") },
    ]);
  });
});

describe("V16: references in a variable's own value", () => {
  test("refuses a variable in a variable, and warns of others, which the docs do not name", () => {
    expect(codes({ defaultValue: "{{.spectro.var.y}}" })).toEqual(["error NestedReference defaultValue"]);
    expect(codes({ defaultValue: "{{.spectro.macro.y}}", format: "number" })).toEqual([
      "warning NestedReference defaultValue",
    ]);
    expect(codes({ defaultValue: "{{ .Values.x }}" })).toEqual([]);
  });
});

describe("V17: masked values", () => {
  test("may be required, hidden, immutable and constrained as others", () => {
    const masked = { isSensitive: true, required: true, hidden: true, immutable: true };
    expect(codes({ ...masked, defaultValue: "abc", regex: "^[a-z]+$" })).toEqual([]);
    expect(codes({ isSensitive: true, required: true })).toEqual([]);
  });

  test("are in no message", () => {
    const secret = "canary-{{.spectro.macro.m}}";
    for (const changes of [
      { defaultValue: secret },
      { defaultValue: "canary", regex: "^x$", format: "number", inputType: "dropdown", options: options("a") },
    ]) {
      for (const { message } of toldOfVariable({ isSensitive: true, ...changes })) {
        expect(message).not.toContain("canary");
      }
    }
  });
});

describe("V18: regexes are RE2", () => {
  test.each(["^[a-z]+$", "(?i)abc", "\\d{1,3}(\\.\\d{1,3}){3}", "(?P<name>a)", "\\pL", "[(?=]", "\\(\\?=", "a\\\\1"])(
    "takes %s",
    (regex) => {
      expect(codes({ regex })).toEqual([]);
    },
  );

  test.each([
    ["^(?=.*[0-9]).+$", 2, "(?=", "no look-ahead"],
    ["^(?!admin).+$", 2, "(?!", "no look-ahead"],
    ["(?<=a)b", 1, "(?<=", "no look-behind"],
    ["\\(?(?<!a)b", 4, "(?<!", "no look-behind"],
    ["(['\"]).*\\1", 9, "\\1", "no back-references"],
    ["(?P<q>a)(?P=q)", 9, "(?P=q)", "no back-references"],
    ["(?>a+)b", 1, "(?>", "no atomic groups"],
    ["a\\Z", 2, "\\Z", "write `\\z`"],
    ["a++", 2, "++", "invalid nested repetition operator"],
    ["x[a-", 2, "[a-", "missing closing ]"],
  ])("refuses %s at character %d", (regex, column, part, why) => {
    const [problem, ...more] = toldOfVariable({ regex, defaultValue: "anything" });
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: "InvalidRegex", severity: "error", path: ["variables", 0, "regex"], column });
    expect(problem!.message).toContain(`(\`${part}\` at character ${column})`);
    expect(problem!.message).toContain(why);
  });
});

test("what is not known of a variable is never a problem", () => {
  for (const changes of [
    { format: UNKNOWN, defaultValue: "x", inputType: UNKNOWN, regex: UNKNOWN },
    { format: "number", defaultValue: UNKNOWN, hidden: true, required: true, immutable: true, regex: "^x$" },
    { hidden: UNKNOWN, required: true },
    { hidden: true, required: UNKNOWN },
    { immutable: UNKNOWN },
    { inputType: "dropdown", options: UNKNOWN, defaultValue: "x" },
    { inputType: "dropdown", options: [UNKNOWN, { value: "a", label: "A" }], defaultValue: "x" },
    {
      inputType: "dropdown",
      options: [
        { value: UNKNOWN, label: "A" },
        { value: "a", label: UNKNOWN },
      ],
      defaultValue: "x",
    },
    { inputType: UNKNOWN, options: options("a") },
  ]) {
    expect(codes(changes)).toEqual([]);
  }
  expect(told({ name: "p", packs: [], variables: [UNKNOWN, { name: UNKNOWN, immutable: UNKNOWN }] })).toEqual([]);
});
