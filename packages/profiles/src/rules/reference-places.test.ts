import type { LayerModel, VariableModel } from "../model/profile";
import { UNKNOWN } from "../model/unknown";
import { layer, profile, told } from "./test-profile.test-support";
import { validateProfile } from "./validate-profile";

const tag: VariableModel = { name: "tag", displayName: "Tag" };
const used = "used: '{{.spectro.var.tag}}'\n";
const inValues = (values: string, variable: Partial<VariableModel> = {}) =>
  validateProfile(profile({ packs: [layer("web", used + values)], variables: [{ ...tag, ...variable }] }));

describe("V16: quotes", () => {
  test.each([
    "a: {{.spectro.var.tag}}\n",
    "a:\n  - b: {{ .spectro.var.tag }} # a comment\n",
    "a:\n  - {{.spectro.var.tag}}\n",
  ])("warns of a text without quotes: %j", (values) => {
    const [problem, ...more] = inValues(values);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: "UnquotedReference", severity: "warning", path: ["packs", 0, "values"] });
    expect(problem!.message).toContain("write '{{.spectro.var.tag}}'");
  });

  test("tells line and column, once a text", () => {
    expect(inValues("a: {{.spectro.var.tag}}\nb: {{.spectro.var.tag}}\n")).toMatchObject([{ line: 2, column: 6 }]);
    expect(inValues("a: {{.spectro.var.tag}}\n", { format: "version" })).toHaveLength(1);
  });

  test.each([
    ["single quotes", "a: '{{.spectro.var.tag}}'\n"],
    ["double quotes", 'a: "{{ .spectro.var.tag }}"\n'],
    ["a longer text", "image: registry/web:{{.spectro.var.tag}}\n"],
    ["a longer text that it begins", "image: {{.spectro.var.tag}}/web\n"],
    ["a block scalar", "a: |\n  b: {{.spectro.var.tag}}\n"],
    ["a comment", "# a: {{.spectro.var.tag}}\n"],
    ["a pipe, which may quote", "a: {{ .spectro.var.tag | quote }}\n"],
    ["a function, which may quote", "a: {{ quote .spectro.var.tag }}\n"],
  ])("takes %s", (_, values) => {
    expect(inValues(values)).toEqual([]);
  });

  test.each(["number", "boolean", "ipv4"])("takes a %s without quotes, since quotes would make it a text", (format) => {
    expect(inValues("a: {{.spectro.var.tag}}\n", { format })).toEqual([]);
  });

  test("says nothing of a variable whose format is not known", () => {
    const variables = [{ ...tag, format: UNKNOWN }];
    expect(told({ ...profile({ packs: [layer("web", "a: {{.spectro.var.tag}}\n")] }), variables })).toEqual([]);
  });
});

describe("V16: nesting", () => {
  test("refuses a reference inside another, with its place", () => {
    expect(inValues("b: '{{.spectro.macro.{{.spectro.var.tag}}}}'\n")).toEqual([
      {
        code: "NestedReference",
        severity: "error",
        path: ["packs", 0, "values"],
        line: 2,
        column: 22,
        message:
          'the values of layer "web" hold the reference {{.spectro.var.tag}} inside another one (line 2, column 22): Palette replaces no reference inside a reference; put them side by side, or take one value for both',
      },
    ]);
  });

  test("takes references side by side, several in one function, and nesting in a comment", () => {
    expect(
      inValues(`a: '{{.spectro.macro.a}}{{.spectro.var.tag}}'
b: '{{ printf "%s-%s" .spectro.macro.a .spectro.var.tag }}'
# {{.spectro.macro.{{.spectro.var.tag}}}}
c: {d: {e: '{{.spectro.var.tag}}'}, f: {}}
`),
    ).toEqual([]);
  });
});

describe("V16: pack.content", () => {
  test("refuses a variable there, with its place", () => {
    const values =
      "pack:\n  content:\n    images:\n      - image: registry/web:1\n      - image: '{{.spectro.var.tag}}'\n";
    expect(inValues(values)).toEqual([
      {
        code: "ReferenceInContent",
        severity: "error",
        path: ["packs", 0, "values"],
        line: 6,
        column: 19,
        message:
          'the values of layer "web" refer to the variable "tag" in pack.content (line 6, column 19), where Palette takes no variables; write the value itself',
      },
    ]);
    expect(inValues("pack: {content: {images: [{image: '{{.spectro.var.tag}}'}]}}\n")).toMatchObject([
      { code: "ReferenceInContent" },
    ]);
  });

  test("refuses it in overrides", () => {
    const overrides = "pack:\n  content:\n    images:\n      - image: a:{{.spectro.var.tag}}\n";
    const packs: LayerModel[] = [{ ...layer("web"), overrides }];
    expect(told(profile({ packs, variables: [tag] }))).toEqual(["error ReferenceInContent packs.0.overrides"]);
  });

  test("takes macros there, variables elsewhere in pack, other contents, and comments", () => {
    expect(
      inValues(`pack:
  namespace: '{{.spectro.var.tag}}'
  content:
    images:
      - image: '{{.spectro.macro.registry}}/web:1' # {{.spectro.var.tag}}
charts:
  content: '{{.spectro.var.tag}}'
`),
    ).toEqual([]);
  });
});

describe("system values", () => {
  test("are known by name", () => {
    expect(
      inValues("a: '{{.spectro.system.cluster.name}}-{{ .spectro.system.kubernetes.version | substr 0 4 }}'\n"),
    ).toEqual([]);
  });

  test("with a slip in the name are refused, with the nearest", () => {
    expect(inValues("a: '{{.spectro.system.cluster.nmae}}'\n")).toEqual([
      {
        code: "UnknownSystemReference",
        severity: "error",
        path: ["packs", 0, "values"],
        line: 2,
        column: 7,
        message:
          'the values of layer "web" refer to ".spectro.system.cluster.nmae" (line 2, column 7), which Palette\'s docs do not name; did you mean ".spectro.system.cluster.name"?',
      },
    ]);
  });

  test.each([
    ["clustr.uid", "cluster.uid"],
    ["Cluster.Name", "cluster.name"],
    ["clusterprofile.infra.versoin", "clusterprofile.infra.version"],
  ])("with a slip, %s, are told to be %s", (name, meant) => {
    expect(inValues(`a: '{{.spectro.system.${name}}}'\n`)).toMatchObject([
      { severity: "error", message: expect.stringContaining(`did you mean ".spectro.system.${meant}"?`) },
    ]);
  });

  test.each(["edgehost.serial", "cluster.type", "clusterName"])(
    "of other names, such as %s, are warned of, since a newer Palette may know them, and not in comments",
    (name) => {
      const values = `a: '{{.spectro.system.${name}}}' # {{.spectro.system.cluster.nmae}}\n`;
      expect(inValues(values)).toMatchObject([{ code: "UnknownSystemReference", severity: "warning" }]);
    },
  );
});
