// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform templates
import { validateProfile } from "@palette-profiles/profiles";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { ClusterProfile, PaletteProvider, Variable } from "../index";

let stack: TerraformStack;
let profile: ClusterProfile;

beforeEach(() => {
  stack = new TerraformStack(Testing.app(), "stack");
  new PaletteProvider(stack, "palette");
  profile = new ClusterProfile(stack, "profile", { name: "platform" });
});

function synthesised(...variables: Variable[]): unknown[] {
  for (const variable of variables) profile.addVariable(variable);
  return JSON.parse(Testing.synth(stack, true)).resource.palette_cluster_profile.profile.profile_variables.variable;
}

test("Each maker gives its format, and default values of their own type become text", () => {
  expect(
    synthesised(
      Variable.string({ name: "a", defaultValue: "x", regex: "^x$" }),
      Variable.number({ name: "b", defaultValue: 0.5 }),
      Variable.boolean({ name: "c", defaultValue: false }),
      Variable.ipv4({ name: "d", defaultValue: "10.0.0.1" }),
      Variable.ipv4Cidr({ name: "e", defaultValue: "10.0.0.0/16" }),
      Variable.ipv6({ name: "f", defaultValue: "fd00::1" }),
      Variable.version({ name: "g", defaultValue: "1.2.3" }),
      Variable.base64({ name: "h", defaultValue: "cGFsZXR0ZQ==" }),
      Variable.multiline({ name: "i", defaultValue: "a\nb\n" }),
      Variable.dropdown({ name: "j", format: "number", options: [{ value: "1" }, { value: "2", label: "two" }] }),
    ),
  ).toEqual([
    { name: "a", display_name: "a", format: "string", default_value: "x", regex: "^x$" },
    { name: "b", display_name: "b", format: "number", default_value: "0.5" },
    { name: "c", display_name: "c", format: "boolean", default_value: "false" },
    { name: "d", display_name: "d", format: "ipv4", default_value: "10.0.0.1" },
    { name: "e", display_name: "e", format: "ipv4cidr", default_value: "10.0.0.0/16" },
    { name: "f", display_name: "f", format: "ipv6", default_value: "fd00::1" },
    { name: "g", display_name: "g", format: "version", default_value: "1.2.3" },
    { name: "h", display_name: "h", format: "base64", default_value: "cGFsZXR0ZQ==" },
    { name: "i", display_name: "i", format: "string", input_type: "multiline", default_value: "a\nb\n" },
    {
      name: "j",
      display_name: "j",
      format: "number",
      input_type: "dropdown",
      options: [
        { label: "1", value: "1" },
        { label: "two", value: "2" },
      ],
    },
  ]);
});

test("What no maker sets is left to Palette", () => {
  expect(synthesised(new Variable({ name: "a" }), Variable.number({ name: "b", displayName: "B" }))).toEqual([
    { name: "a", display_name: "a" },
    { name: "b", display_name: "B", format: "number" },
  ]);
});

test("The variable's reference stands in values, and within a text the variable itself does as well", () => {
  const replicas = Variable.number({ name: "replicas" });
  expect(replicas.ref).toBe("{{.spectro.var.replicas}}");
  expect(`replicas: ${replicas}\n`).toBe("replicas: {{.spectro.var.replicas}}\n");
});

test.each([
  ["number", new Variable({ name: "v", format: "number", defaultValue: "many" })],
  ["number", Variable.number({ name: "v", defaultValue: Number.NaN })],
  ["boolean", new Variable({ name: "v", format: "boolean", defaultValue: "1" })],
  ["ipv4", Variable.ipv4({ name: "v", defaultValue: "10.0.0.900" })],
  ["ipv4cidr", Variable.ipv4Cidr({ name: "v", defaultValue: "10.0.0.0/33" })],
  ["ipv6", Variable.ipv6({ name: "v", defaultValue: "10.0.0.1" })],
  ["version", Variable.version({ name: "v", defaultValue: "latest" })],
  ["base64", Variable.base64({ name: "v", defaultValue: "no!base64" })],
  ["number", Variable.dropdown({ name: "v", format: "number", options: [{ value: "x" }], defaultValue: "x" })],
  ["number", new Variable({ name: "v", format: "number", isSensitive: true, defaultValueWo: "many" })],
])("A default value that is no %s is refused at synth in the plan's words, without the value", (format, variable) => {
  const [problem] = validateProfile({ name: "platform", packs: [], variables: [variable._model()] });
  expect(problem).toMatchObject({ code: "InvalidDefault", severity: "error" });
  expect(problem!.message).toContain(`its format "${format}"`);
  expect(() => synthesised(variable)).toThrow(`[stack/profile] ${problem!.message}`);
  expect(problem!.message).not.toContain(variable._model().defaultValue ?? variable._model().defaultValueWo);
});

test("Default values that Terraform knows later pass, whatever their format", () => {
  const text = new TerraformVariable(stack, "text", { type: "string" }).stringValue;
  const number = new TerraformVariable(stack, "number", { type: "number" }).numberValue;
  expect(
    synthesised(
      Variable.ipv4({ name: "a", defaultValue: text }),
      Variable.number({ name: "b", defaultValue: number }),
      new Variable({ name: "c", format: "boolean", defaultValue: `${text}` }),
    ),
  ).toMatchObject([
    { default_value: "${var.text}" },
    { default_value: "${var.number}" },
    { default_value: "${var.text}" },
  ]);
});

test("A write-only default goes beside its version, and what looks like a template stays text", () => {
  const secret = new TerraformVariable(stack, "token", { type: "string", sensitive: true }).stringValue;
  expect(
    synthesised(
      Variable.string({ name: "token", isSensitive: true, defaultValueWo: secret, defaultValueWoVersion: 2 }),
      Variable.string({ name: "other", isSensitive: true, defaultValueWo: "a${b}" }),
    ),
  ).toEqual([
    {
      name: "token",
      display_name: "token",
      format: "string",
      is_sensitive: true,
      default_value_wo: "${var.token}",
      default_value_wo_version: 2,
    },
    { name: "other", display_name: "other", format: "string", is_sensitive: true, default_value_wo: "a$${b}" },
  ]);
});

test.each([
  [{ defaultValueWo: "canary" }, "is_sensitive is not set, so that Palette would show the value to everybody"],
  [{ isSensitive: true, defaultValueWo: "canary", defaultValue: "a" }, "Both default_value, which the state holds"],
  [{ isSensitive: true, defaultValueWoVersion: 1 }, "there is no default_value_wo that it could be the version of"],
  [{ isSensitive: true, defaultValueWo: "{{.spectro.var.canary}}" }, "refers to a variable or another macro"],
])("A write-only default that cannot be is refused at synth, without the value", (more, message) => {
  const variable = Variable.string({ name: "token", ...more });
  expect(() => synthesised(variable)).toThrow(message);
  expect(() => Testing.synth(stack, true)).not.toThrow("canary");
});
