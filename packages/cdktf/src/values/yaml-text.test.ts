// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform templates
import { TerraformOutput, TerraformStack, TerraformVariable, Testing } from "cdktf";
import fc from "fast-check";
import { parse, parseAllDocuments } from "yaml";
import { terraformText } from "./terraform-text";
import { yamlDocuments, yamlText } from "./yaml-text";

function synthesised(make: (stack: TerraformStack) => string): string {
  const stack = new TerraformStack(Testing.app(), "stack");
  new TerraformOutput(stack, "yaml", { value: terraformText(make(stack)) });
  return JSON.parse(Testing.synth(stack)).output.yaml.value;
}

const aVariable = (stack: TerraformStack, type: string) => new TerraformVariable(stack, "v", { type });

test("A string is YAML already and stays as it is, comments and all", () => {
  const yaml = "# why\nreplicas:   1\n";
  expect(yamlText(yaml)).toBe(yaml);
});

test("An object is written in the order of its keys, without anchors and without folding", () => {
  const same = { cpu: "100m" };
  const long = "word ".repeat(40).trim();
  expect(yamlText({ b: same, a: same, long })).toBe(`b:\n  cpu: 100m\na:\n  cpu: 100m\nlong: ${long}\n`);
});

test("A key that is undefined is left out", () => {
  expect(yamlText({ a: 1, b: undefined })).toBe("a: 1\n");
});

test.each(["yes", "on", "n", "1:30", "0777", "0o17", "1_000", "2024-01-01", "~", "<<", "1e3", ""])(
  "The string %p is still a string for YAML 1.1 and for YAML 1.2",
  (text) => {
    const yaml = yamlText({ value: text });
    expect(parse(yaml, { version: "1.1" })).toEqual({ value: text });
    expect(parse(yaml, { version: "1.2" })).toEqual({ value: text });
  },
);

test("Whatever JSON an object holds, YAML 1.1 and 1.2 both read it back", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z.-]{1,12}$/), fc.jsonValue()), (value) => {
      const plain = JSON.parse(JSON.stringify(value));
      const yaml = yamlText(plain);
      expect(parse(yaml, { version: "1.1" })).toEqual(plain);
      expect(parse(yaml, { version: "1.2" })).toEqual(plain);
    }),
  );
});

test("A token in an object becomes its own YAML at apply, so that quotes and types come out right", () => {
  expect(synthesised((stack) => yamlText({ host: aVariable(stack, "string").stringValue }))).toBe(
    "host: ${jsonencode(var.v)}\n",
  );
  expect(synthesised((stack) => yamlText({ replicas: aVariable(stack, "number").numberValue }))).toBe(
    "replicas: ${jsonencode(var.v)}\n",
  );
  expect(synthesised((stack) => yamlText({ hosts: aVariable(stack, "list(string)").listValue }))).toBe(
    "hosts: ${jsonencode(var.v)}\n",
  );
});

test("Text around a token in an object is quoted, and stays text", () => {
  const yaml = synthesised((stack) =>
    yamlText({ url: `"https://${aVariable(stack, "string").stringValue}/\${PATH}\n` }),
  );
  expect(yaml).toBe('url: "\\"https://${replace(jsonencode(var.v), "/^\\"|\\"$/", "")}/$${PATH}\\n"\n');
});

test("A token may be a key", () => {
  expect(synthesised((stack) => yamlText({ [aVariable(stack, "string").stringValue]: 1 }))).toBe(
    "${jsonencode(var.v)}: 1\n",
  );
});

test("An array of objects is a document each", () => {
  const documents = parseAllDocuments(yamlDocuments([{ kind: "Namespace" }, { kind: "Secret" }], "a manifest"));
  expect(documents.map((document) => document.toJS())).toEqual([{ kind: "Namespace" }, { kind: "Secret" }]);
});
