import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import * as ts from "typescript";
import { packTexts } from "../testing/packs";
import { yamlText } from "../yaml/yaml-text";
import { yamlValue } from "../yaml/yaml-value";
import { type ValuesSource, valuesTypes } from "./values-types";

/** The type of a reference. */
const REFERENCE = "`{{$" + "{string}}}`";
const typesOf = (values: string, more: Partial<ValuesSource> = {}) =>
  valuesTypes({ name: "web", from: "web 1.0.0", values, ...more })!.text;
/** What stands in the interface of a map, without what Palette reads of all values. */
const bodyOf = (text: string, name: string) => new RegExp(`interface ${name} \\{\n([^]*?)\n\\}`).exec(text)?.[1] ?? "";

/** What the compiler says of programs, each a file of its own. One run for all of them: it is the costly part. */
function complaints(programs: Record<string, string>): Record<string, string[]> {
  const library = dirname(require.resolve("typescript/lib/lib.es5.d.ts"));
  const options: ts.CompilerOptions = { strict: true, noEmit: true, lib: ["lib.es5.d.ts"], types: [] };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getDefaultLibLocation = () => library;
  host.fileExists = (name) => name in programs || fileExists.call(host, name);
  host.getSourceFile = (name, version) =>
    name in programs ? ts.createSourceFile(name, programs[name]!, version) : getSourceFile.call(host, name, version);
  const program = ts.createProgram(Object.keys(programs), options, host);
  const told: Record<string, string[]> = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (const { file, messageText } of ts.getPreEmitDiagnostics(program)) {
    const name = file?.fileName ?? "none";
    told[name] = [...(told[name] ?? []), ts.flattenDiagnosticMessageText(messageText, " ")];
  }
  return told;
}

test("maps are interfaces, scalars what they may be, and all keys are optional", () => {
  const text = typesOf(`
charts:
  web:
    name: shop
    empty: ""
    replicas: 2
    enabled: true
    mode: {{.spectro.var.mode}}
    size: "{{.spectro.var.size}}"
    word: yes
    nothing:
    free: {}
    list: []
    ports: [80, "443"]
    hosts:
      - name: a
        paths: [/]
      - name: b
        tls: true
    "kebab-case": 1
    1st: 1
    labels:
      app: web
    tolerations:
      example.com/on: "1"
`);
  expect(text).toContain("export interface WebValues {\n  charts?: WebCharts;\n");
  expect(bodyOf(text, "WebChartsWeb").replaceAll(/^ {2}/gm, "").split("\n")).toEqual([
    "name?: string;",
    "empty?: string | number;",
    "replicas?: number | string;",
    `enabled?: boolean | ${REFERENCE};`,
    "mode?: string;",
    "size?: string;",
    "word?: string | number | boolean;",
    "nothing?: unknown;",
    "free?: { [key: string]: unknown };",
    "list?: unknown[];",
    "ports?: (number | string)[];",
    "hosts?: WebChartsWebHostsItem[];",
    '"kebab-case"?: number | string;',
    '"1st"?: number | string;',
    "labels?: WebChartsWebLabels;",
    "tolerations?: WebChartsWebTolerations;",
  ]);
  expect(bodyOf(text, "WebChartsWebHostsItem")).toBe(
    `  name?: string;\n  paths?: string[];\n  tls?: boolean | ${REFERENCE};`,
  );
  expect(bodyOf(text, "WebChartsWebLabels")).toBe("  app?: string;\n  [key: string]: unknown;");
  expect(bodyOf(text, "WebChartsWebTolerations")).toContain("[key: string]: unknown;");
});

test("the comment above a key describes it; what is an example, a rule or Palette's own does not", () => {
  const text = typesOf(`# spectrocloud.com/enabled-presets: HA:on
pack:
  # Mine alone, */ and no end.
  namespace: web
  spectrocloud.com/install-priority: "1"
charts:
  web:
    ## @param global.registry [string] Where images are
    ## @section Global
    global:
      registry: ""
    ##########
    ## Two lines,
    ##   the second indented
    ##########
    a: 1
    resources: {}
    # limits:
    #   cpu: 100m
    b: 1
    # an old word
    # -- The word of helm-docs
    c: 1

    # far away

    d: "# no comment: 1"
`);
  expect(bodyOf(text, "WebPack")).toContain("  /** Mine alone, *\\/ and no end. */\n  namespace?: string;");
  expect(bodyOf(text, "WebPack")).not.toContain("  [key: string]");
  expect(text).not.toContain("enabled-presets");
  expect(bodyOf(text, "WebChartsWebGlobal")).toBe("  /** Where images are */\n  registry?: string | number;");
  expect(bodyOf(text, "WebChartsWeb")).toBe(`  global?: WebChartsWebGlobal;
  /**
   * Two lines,
   *   the second indented
   */
  a?: number | string;
  resources?: { [key: string]: unknown };
  b?: number | string;
  /** The word of helm-docs */
  c?: number | string;
  d?: string;`);
});

test("presets are named, with those that are on, and what they add may be written too", () => {
  const presets = [
    { group: "HA", name: "on", add: "charts:\n  web:\n    spread: true\n" },
    { group: "HA", name: "off" },
  ];
  const text = typesOf("# spectrocloud.com/enabled-presets: HA:off\ncharts:\n  web:\n    a: 1\n", { presets });
  expect(text).toContain('// Presets of "HA": on, off (on).\n');
  expect(bodyOf(text, "WebChartsWeb")).toContain("spread?: boolean");
});

test("what the pack demands of a value stands beside it, and says its kind where the default does not", () => {
  const text = typesOf("account: ''\nmode: a\nregion:\nsize: 1\nhosts:\n  - name: x\n", {
    rules: [
      { name: "account", required: true, hints: ["Your account"], type: "number" },
      { name: "mode", listOptions: ["a", "b"], readonly: true },
      { name: "region", format: "$" + "{string}" },
      { name: "size", format: "number:[1-20]" },
      { name: "hosts.$[].name", regex: "^[a-z]+$" },
      { name: "not.there", required: true },
    ],
  });
  expect(bodyOf(text, "WebValues")).toContain(`  /**
   * Your account
   * The pack requires a value.
   */
  account?: number | string;
  /** The pack does not let it be changed. */
  mode?: "a" | "b" | \`{{$\{string}}}\`;
  region?: string;
  /** Format: \`number:[1-20]\`. */
  size?: number | string;`);
  expect(bodyOf(text, "WebHostsItem")).toBe("  /** Must match `^[a-z]+$`. */\n  name?: string;");
});

test("an anchor has one type wherever it stands, and aliases upon aliases stay small", () => {
  const nine = (name: string) => `[${Array.from({ length: 9 }, () => `*${name}`).join(", ")}]`;
  const text = typesOf(`base: &base {a: 1}
again: *base
merged:
  <<: *base
  b: 2
l1: &l1 [x]
l2: &l2 ${nine("l1")}
l3: &l3 ${nine("l2")}
l4: &l4 ${nine("l3")}
l5: &l5 ${nine("l4")}
l6: &l6 ${nine("l5")}
`);
  expect(text).toContain("  base?: WebBase;\n  again?: WebBase;\n");
  expect(bodyOf(text, "WebMerged")).toContain("a?: number | string;\n  b?: number | string;");
  expect(text).toContain("l6?: string[][][][][][];");
  expect(text.length).toBeLessThan(3000);
});

test.each(["", "# nothing\n", "a: [", "- a\n", "text"])(
  "of values that are no map, there are no types: %j",
  (values) => {
    expect(valuesTypes({ name: "web", from: "web 1.0.0", values })).toBeUndefined();
  },
);

test("the types of real packs compile, the packs' own values are of them, and a slip is not", () => {
  const programs: Record<string, string> = {};
  for (const [pack, file] of packTexts()) {
    const values = readFileSync(file, "utf8");
    const types = valuesTypes({ name: pack.replace(/-?\d[\d.]*$/, ""), from: pack, values })!;
    const own = JSON.stringify(yamlValue(values) ?? {});
    programs[join("/packs", `${pack.replaceAll(" ", "-")}.ts`)] =
      `${types.text}\nexport const own: ${types.type} = ${own};\n// @ts-expect-error\nexport const slip: ${types.type} = { charst: {} };\n`;
  }
  const told = complaints(programs);
  expect(told).toEqual(Object.fromEntries(Object.keys(programs).map((name) => [name, []])));
});

test("whatever the keys and values are called, the types are well-formed", () => {
  const leaf = fc.oneof(fc.string({ unit: "binary" }), fc.double(), fc.boolean(), fc.constant(null));
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie("tree"), { maxLength: 3 }),
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom("a-b", "a_b", "*/", "1", "__proto__", "ключ")), tie("tree"), {
        maxKeys: 4,
      }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), tree, { minKeys: 1, maxKeys: 4 }), fc.string(), (values, name) => {
      const types = valuesTypes({ name, from: "a pack", values: yamlText(values) });
      if (types === undefined) return;
      const { diagnostics = [] } = ts.transpileModule(types.text, { reportDiagnostics: true });
      expect(diagnostics.map(({ messageText }) => messageText)).toEqual([]);
      const names = [...types.text.matchAll(/^export interface (\S+) /gm)].map(([, each]) => each);
      expect(names).toEqual([...new Set(names)]);
      expect(names).toContain(types.type);
    }),
    { numRuns: 50 },
  );
});
