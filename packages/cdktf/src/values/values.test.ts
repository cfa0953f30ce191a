// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Terraform templates
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mergeYaml, yamlText } from "@palette-profiles/profiles";
import { Fn, TerraformOutput, TerraformStack, TerraformVariable, Testing } from "cdktf";
import fc from "fast-check";
import { parse } from "yaml";
import { Manifest, Pack, Values, Variable } from "../index";
import { terraformText } from "./terraform-text";

const before = process.cwd();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "palette-values-"));
  process.chdir(folder);
  mkdirSync("values");
});

afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

/** Writes a file that values can be of. */
function file(name: string, content: string | Buffer): string {
  writeFileSync(join("values", name), content);
  return `values/${name}`;
}

function synthesised(make: (token: string, stack: TerraformStack) => Values): string {
  const stack = new TerraformStack(Testing.app(), "stack");
  const token = new TerraformVariable(stack, "v", { type: "string" }).stringValue;
  new TerraformOutput(stack, "yaml", { value: terraformText(make(token, stack)._text()) });
  return JSON.parse(Testing.synth(stack)).output.yaml.value;
}

describe("Values of objects and of YAML", () => {
  test("An object is written as YAML, and YAML stays as it is", () => {
    expect(Values.fromObject({ a: "yes", b: [1] })._text()).toBe('a: "yes"\nb:\n  - 1\n');
    expect(Values.fromYaml("# why\na:   1\n")._text()).toBe("# why\na:   1\n");
  });

  test.each([
    ["values/argo-cd.yaml", "InvalidValues: Values.fromObject got a text"],
    [undefined, "InvalidValues: the values are undefined; give an object"],
    [[1], "InvalidValues: the values are an array; give an object"],
    [() => 1, "InvalidValues: the values are a function; give an object"],
  ])("%p is no object", (given, message) => {
    expect(() => Values.fromObject(given)).toThrow(message);
  });

  test("What has no text within an object is named with its place", () => {
    const team = new Variable({ name: "team" });
    expect(() => Values.fromObject({ charts: { web: [{ team }] } })).toThrow(
      "InvalidValues: the values at \"charts.web[0].team\": an object of the class Variable cannot be written as YAML; write the text that stands for it, such as a variable's ref or a profile's uid",
    );
    expect(() => Values.fromObject({ log: console.log })).toThrow('the values at "log": a function cannot be written');
    expect(() => new Pack({ name: "web", tag: "1.0.0", overrides: { team } })).toThrow(
      'InvalidValues: the overrides of layer "web" at "team": an object of the class Variable',
    );
    expect(() => new Manifest({ name: "ns", content: [{ kind: team }] })).toThrow(
      'InvalidValues: manifest "ns" of layer "ns" at "kind"',
    );
  });
});

describe("Values of a file", () => {
  test("Every character is kept, but for a byte order mark", () => {
    const text = "# spectrocloud.com/enabled-presets: A:b\r\na:   'ä'\r\n\r\n";
    expect(Values.fromFile(file("kept.yaml", `\uFEFF${text}`))._text()).toBe(text);
  });

  test("References of Palette need no quotes", () => {
    const text = "replicas: {{.spectro.var.replicas}}\n";
    expect(Values.fromFile(file("references.yaml", text))._text()).toBe(text);
  });

  test("A file that is not there is named, with the place where it was looked for", () => {
    expect(() => Values.fromFile("values/argo.yaml")).toThrow(
      `UnreadableFile: there is no file "values/argo.yaml", which would be ${join(process.cwd(), "values/argo.yaml")}; a path goes from the folder that the program runs in, or begins with __dirname`,
    );
  });

  test("A folder is no file", () => {
    expect(() => Values.fromFile("values/")).toThrow(
      'UnreadableFile: "values/" is a folder; name a file within it, such as "values/values.yaml"',
    );
  });

  test("Text that is not UTF-8 is told by its place", () => {
    const latin = file("latin.yaml", Buffer.from("a: ä\nname: Zürich\n", "latin1"));
    expect(() => Values.fromFile(latin)).toThrow(
      'InvalidEncoding: "values/latin.yaml" is not text in UTF-8 (line 1, column 4); save it as UTF-8',
    );
    const wide = file("wide.yaml", Buffer.from("\uFEFFa: 1\n", "utf16le"));
    expect(() => Values.fromFile(wide)).toThrow("(line 1, column 1), but in UTF-16; save it as UTF-8");
  });

  test("YAML that does not parse is told by its place, and nothing of what stands there", () => {
    expect(() => Values.fromFile(file("broken.yaml", "a: 1\nb: [\n"))).toThrow(
      /^InvalidYaml: "values\/broken\.yaml" is not valid YAML \(line \d, column \d\): .+; correct it there$/,
    );
    for (const text of [
      'k: "x" "canary"\n',
      "a: 1\ncanary\n",
      'a: "canary\n',
      "a: {b: canary\n",
      "a: *canary\n",
      "a: |canary\n b\n",
    ]) {
      const broken = file("secret.yaml", text);
      expect(() => Values.fromFile(broken)).toThrow(/^InvalidYaml: "values\/secret\.yaml" is not valid YAML/);
      expect(() => Values.fromFile(broken)).not.toThrow("canary");
    }
  });
});

describe("Values of a Helm values file", () => {
  test("They stand under the chart's name with all their comments, beside Palette's settings", () => {
    const path = file("prometheus.yaml", "# Prometheus\nserver:\n  # how many\n  replicas: 1\n\nargs: |\n  a\n\n  b\n");
    const values = Values.fromHelmValues(path, { chart: "prometheus", namespace: "monitoring", installPriority: 10 });
    expect(values._text()).toBe(`pack:
  namespace: monitoring
  spectrocloud.com/install-priority: "10"
charts:
  prometheus:
    # Prometheus
    server:
      # how many
      replicas: 1

    args: |
      a

      b
`);
  });

  test("Nothing but the chart stands there where nothing else is said", () => {
    const path = file("small.yaml", "a: 1");
    expect(Values.fromHelmValues(path, { chart: "some.chart" })._text()).toBe("charts:\n  some.chart:\n    a: 1\n");
    expect(Values.fromHelmValues(path, { chart: "c", releaseName: "r" })._text()).toBe(
      "pack:\n  releaseNameOverride:\n    c: r\ncharts:\n  c:\n    a: 1\n",
    );
  });

  test.each([
    ["is empty", "", "charts:\n  c: {}\n"],
    ["holds comments alone", "# a: 1\n", "charts:\n  c: {}\n    # a: 1\n"],
    ["begins a document", "# why\n--- # first\na: 1\n", "charts:\n  c:\n    # why\n    a: 1\n"],
    ["is one line", "{a: 1}", "charts:\n  c:\n    {a: 1}\n"],
  ])("A file that %s is right as well", (_, text, wanted) => {
    const values = Values.fromHelmValues(file("form.yaml", text), { chart: "c" });
    expect(values._text()).toBe(wanted);
    expect(parse(wanted).charts.c).toEqual(parse(text) ?? {});
  });

  test("What is no map of keys is refused with the file's name", () => {
    const list = file("list.yaml", "- a\n");
    expect(() => Values.fromHelmValues(list, { chart: "c" })).toThrow(
      'InvalidHelmValues: "values/list.yaml" cannot be a chart\'s values: they are not a map of keys; a Helm values file is one map of keys',
    );
    const two = file("two.yaml", "a: 1\n---\nb: 1\n");
    expect(() => Values.fromHelmValues(two, { chart: "c" })).toThrow("they hold more than one document");
  });

  test("A namespace may be a token", () => {
    const path = file("token.yaml", "a: 1\n");
    expect(synthesised((namespace) => Values.fromHelmValues(path, { chart: "c", namespace }))).toBe(
      "pack:\n  namespace: ${jsonencode(var.v)}\ncharts:\n  c:\n    a: 1\n",
    );
  });
});

describe("Values laid over others", () => {
  test("Maps merge, lists and single values replace, null removes; comments and presets stay", () => {
    const base = Values.fromYaml(
      "# spectrocloud.com/enabled-presets: A:b\n# base\na:\n  b: 1 # one\n  c: [1, 2]\n  d: x\n",
    );
    expect(base.overlay({ a: { b: 2, c: [3], d: null }, e: { f: true } })._text()).toBe(
      "# spectrocloud.com/enabled-presets: A:b\n# base\na:\n  b: 2 # one\n  c:\n    - 3\ne:\n  f: true\n",
    );
  });

  test("Base, environment and region in a row: the last word wins, and none of them changes", () => {
    const base = Values.fromYaml("# base\nreplicas: 1\nlog: info\nzone: none\n");
    const environment = base.overlay("replicas: 3 # prod\nlog: null\n");
    const region = environment.overlay(Values.fromObject({ zone: "eu", log: "warn" }));
    expect(region._text()).toBe("# base\nreplicas: 3\nzone: eu\nlog: warn\n");
    expect(environment._text()).toBe("# base\nreplicas: 3\nzone: none\n");
    expect(base._text()).toBe("# base\nreplicas: 1\nlog: info\nzone: none\n");
  });

  test("Without tokens it is what a plan makes of overrides", () => {
    const maps = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(maps, maps, (under, over) => {
        const base = yamlText(under);
        expect(Values.fromYaml(base).overlay(over)._text()).toBe(mergeYaml(base, over).text);
      }),
      { numRuns: 40 },
    );
  });

  test("Tokens survive on both sides, at any depth, as values, within text and as keys", () => {
    expect(
      synthesised((token) =>
        Values.fromObject({ kept: { url: `https://${token}/` }, [token]: 1, list: [token], gone: token }).overlay(
          `# raw\nkept: {host: ${token}, "quoted": "x-${token}"}\ngone: null\nnew:\n  - ${token}\n`,
        ),
      ),
    ).toBe(
      [
        "kept:",
        '  url: "https://${replace(jsonencode(var.v), "/^\\"|\\"$/", "")}/"',
        "  host: ${var.v}",
        '  "quoted": "x-${var.v}"',
        "${jsonencode(var.v)}: 1",
        "list:",
        "  - ${jsonencode(var.v)}",
        "new:",
        "  - ${var.v}",
        "",
      ].join("\n"),
    );
  });

  test("A token of an object is laid over YAML as the YAML that it turns out to be", () => {
    expect(
      synthesised((token) =>
        Values.fromYaml("a: 1 # one\nb:\n  c: x\n").overlay({ a: token, b: { c: [`${token}!`] } }),
      ),
    ).toBe('a: ${jsonencode(var.v)} # one\nb:\n  c:\n    - "${replace(jsonencode(var.v), "/^\\"|\\"$/", "")}!"\n');
  });

  test("Where a block of text has to be written in quotes, its tokens are too", () => {
    // The comment further in would become part of the block.
    expect(
      synthesised((token) =>
        Values.fromYaml(`script: ""\n  # deep\nq: "${token}"\n`).overlay(`script: |\n  echo "${token}"\n`),
      ),
    ).toBe('script: "echo \\"${replace(jsonencode(var.v), "/^\\"|\\"$/", "")}\\"\\n"\n  # deep\nq: "${var.v}"\n');
  });

  test("A number that is a token may stand in a text, too", () => {
    const yaml = synthesised((_, stack) => {
      const count = new TerraformVariable(stack, "n", { type: "number" }).numberValue;
      return Values.fromYaml(`a: ${count}\nb: 1\n`).overlay({ b: count, c: `n=${count}` });
    });
    expect(yaml).toBe("a: ${var.n}\nb: ${jsonencode(var.n)}\nc: n=${var.n}\n");
  });

  test("What looks like a Terraform template stays text", () => {
    expect(synthesised((token) => Values.fromYaml("a: echo ${HOME}\n").overlay({ b: "%{if}", c: token }))).toBe(
      'a: echo $${HOME}\nb: "%%{if}"\nc: ${jsonencode(var.v)}\n',
    );
  });

  test.each([
    ["[a]", "InvalidOverlay: the values laid over others cannot be used: they are not a map of keys"],
    [
      "a: 1\n---\nb: 1\n",
      "InvalidOverlay: the values laid over others cannot be used: they hold more than one document",
    ],
    ["b: 1\na: [\n", /^InvalidYaml: the values laid over others are not valid YAML \(line \d\)/],
    [undefined, "InvalidValues: the values laid over others are undefined; give an object"],
    [["a"], "InvalidValues: the values laid over others are an array"],
  ])("%p cannot be laid over values", (over, message) => {
    expect(() => Values.fromYaml("a: 1\n").overlay(over)).toThrow(message);
  });

  test("A token as a whole has no keys yet", () => {
    const stack = new TerraformStack(Testing.app(), "stack");
    const all = new TerraformVariable(stack, "all", { type: "any" });
    for (const values of [all.value, all.stringValue, Fn.file("values.yaml")]) {
      expect(() => Values.fromYaml("a: 1\n").overlay(values)).toThrow(
        "InvalidOverlay: the values on one side are a token as a whole",
      );
    }
  });

  test("An error names the files, and shows nothing of them", () => {
    const base = Values.fromFile(file("base.yaml", "a: 1\n"));
    const list = Values.fromFile(file("over.yaml", "- canary\n"));
    expect(() => base.overlay(list)).toThrow(
      "InvalidOverlay: the values laid over others (values/over.yaml) cannot be used",
    );
    expect(() => list.overlay({ a: 1 })).toThrow(
      "InvalidOverlay: the values under others (values/over.yaml) cannot be used",
    );
    expect(() => base.overlay('password: "x" "canary"\n')).toThrow("InvalidYaml: the values laid over others are not");
    expect(() => base.overlay('password: "x" "canary"\n')).not.toThrow("canary");
  });
});
