import { readFileSync } from "node:fs";
import { packTexts } from "../testing/packs";
import { sameYaml } from "./equal";

const SAME: [string, string, string][] = [
  ["comments", "a: 1 # one\n# two\nb: 2\n", "a: 1\nb: 2"],
  ["key order", "a: 1\nb: {c: x, d: y}\n", "b:\n  d: y\n  c: x\na: 1\n"],
  ["quotes around text", "a: text\nb: 'x y'\n", 'a: "text"\nb: x y\n'],
  ["indentation", "a:\n  - b: 1\n    c: 2\n", "a:\n- b:   1\n  c: 2\n"],
  ["outer white space", "\n\na: 1\n\n", "a: 1"],
  ["CRLF line ends", "a: |\r\n  x\r\n  y\r\nb: 1\r\n", "a: |\n  x\n  y\nb: 1\n"],
  ["a byte order mark", "\uFEFFa: 1\n", "a: 1\n"],
  ["spellings of null", "a: ~\nb:\n", "a: null\nb: Null\n"],
  ["spellings of true that both YAMLs know", "a: true", "a: True"],
  ["a quoted and a plain key", '"a.b/c": 1', "a.b/c: 1"],
  ["an alias and its content", "a: &x {b: 1}\nc: *x\n", "a: {b: 1}\nc: {b: 1}\n"],
  ["an anchor's name", "a: &x 1\nb: *x\n", "a: &y 1\nb: *y\n"],
  ["a document start mark", "---\na: 1\n", "a: 1\n"],
  ["a comment alone and nothing", "# nothing\n", ""],
  ["block and quoted text", "a: |\n  x\n  y\nb: 1", 'b: 1\na: "x\\ny\\n"'],
  ["folded and quoted text", "a: >-\n  x\n  y\n", "a: x y\n"],
  ["flow and block lists", "a: [x, y]", "a:\n  - x\n  - y\n"],
  ["!!str and quotes", "a: !!str 12", "a: '12'"],
  ["templates with other quotes", "a: '{{.spectro.var.x}}'", 'a: "{{.spectro.var.x}}"'],
  ["an unquoted template with a comment", "a: {{.spectro.var.x}} # why", "a: {{.spectro.var.x}}"],
  [
    "white space in a list of presets",
    "# spectrocloud.com/enabled-presets: A:b, C:d\na: 1",
    "# spectrocloud.com/enabled-presets: A:b,C:d\na: 1",
  ],
];

const DIFFERENT: [string, string, string][] = [
  ["on and true", "a: on", "a: true"],
  ["yes and quoted yes", "a: yes", 'a: "yes"'],
  ["n and quoted n", "a: n", "a: 'n'"],
  ["no and No", "a: no", "a: No"],
  ["true and quoted true", "a: true", 'a: "true"'],
  ["null and quoted null", "a: null", "a: 'null'"],
  ["null and empty text", "a:", 'a: ""'],
  ["a missing key and null", "a:", "{}"],
  ["012 and 10", "a: 012", "a: 10"],
  ["012 and 12", "a: 012", "a: 12"],
  ["0o14 and 12", "a: 0o14", "a: 12"],
  ["0o14 and quoted 0o14", "a: 0o14", "a: '0o14'"],
  ["1.20 and 1.2", "a: 1.20", "a: 1.2"],
  ["1.20 and quoted 1.20", "a: 1.20", 'a: "1.20"'],
  ["1e3 and 1000", "a: 1e3", "a: 1000"],
  ["1e3 and quoted 1e3", "a: 1e3", "a: '1e3'"],
  ["1_000 and 1000", "a: 1_000", "a: 1000"],
  ["1_000 and quoted 1_000", "a: 1_000", "a: '1_000'"],
  ["a date and a quoted date", "a: 2001-01-01", "a: '2001-01-01'"],
  ["a date and its time", "a: 2001-01-01", "a: 2001-01-01T00:00:00Z"],
  ["1:30 and 90", "a: 1:30", "a: 90"],
  ["1:30 and quoted 1:30", "a: 1:30", "a: '1:30'"],
  ["integers beyond 2^53", "a: 9007199254740993", "a: 9007199254740992"],
  ["an integer and the float", "a: 1", "a: 1.0"],
  ["a merge key and its result", "x: &x {b: 1}\na: {<<: *x}\n", "x: &x {b: 1}\na: {b: 1}\n"],
  ["a merge key and a quoted one", "x: &x {b: 1}\na: {<<: *x}\n", "x: &x {b: 1}\na: {'<<': *x}\n"],
  ["what an alias points to", "a: &x 1\nb: &y 2\nc: *x\n", "a: &x 1\nb: &y 2\nc: *y\n"],
  ["list order", "a: [1, 2]", "a: [2, 1]"],
  ["chomping", "a: |\n  x\nb: 1", "a: |-\n  x\nb: 1"],
  ["kept line breaks", "a: |+\n  x\n\nb: 1", "a: |\n  x\n\nb: 1"],
  ["indentation inside a block", "a: |\n  x\n    y\nb: 1", "a: |\n  x\n  y\nb: 1"],
  ["a comment inside a block", "a: |\n  x # y\nb: 1", "a: |\n  x\nb: 1"],
  ["binary and text", "a: !!binary aGk=", "a: aGk="],
  ["binary contents", "a: !!binary aGk=", "a: !!binary aGo="],
  ["own tags", "a: !x b", "a: !y b"],
  ["a further document", "a: 1\n---\nb: 2\n", "a: 1\n"],
  ["the order of documents", "a: 1\n---\nb: 2\n", "b: 2\n---\na: 1\n"],
  ["an empty first document", "---\n---\na: 1\n", "a: 1\n"],
  ["a list and a map", "a: []", "a: {}"],
  ["numeric and quoted keys", "1: a", "'1': a"],
  ["a YAML 1.1 directive", "%YAML 1.1\n---\na: 1", "a: 1"],
  ["a raw and an escaped old line break", 'a: "x\u0085y"', 'a: "x\\x85y"'],
  [
    "the presets comment",
    "# spectrocloud.com/enabled-presets: A:b\na: 1",
    "# spectrocloud.com/enabled-presets: A:c\na: 1",
  ],
  ["a removed presets comment", "# spectrocloud.com/enabled-presets: A:b\na: 1", "a: 1"],
  ["a presets comment further down", "a: 1\n# spectrocloud.com/enabled-presets: A:b\nb: 1", "a: 1\nb: 1"],
  ["template contents", "a: {{.spectro.var.x}}", "a: {{.spectro.var.y}}"],
  ["first-line indentation that is structure", "  a:\n    b: 1\n  c: 1\n", "a:\n    b: 1\n  c: 1\n"],
];

describe("sameYaml", () => {
  test.each(SAME)("takes %s for formatting", (_, a, b) => {
    expect(sameYaml(a, b)).toBe(true);
    expect(sameYaml(b, a)).toBe(true);
  });

  test.each(DIFFERENT)("tells apart %s", (_, a, b) => {
    expect(sameYaml(a, b)).toBe(false);
    expect(sameYaml(b, a)).toBe(false);
  });

  test("takes texts that do not parse for equal only when they are, but for outer white space", () => {
    expect(sameYaml("a: [\n", "\na: [")).toBe(true);
    expect(sameYaml("a: [ # x\n", "a: [")).toBe(false);
    expect(sameYaml("a: 1\na: 1\n", "a: 1\n")).toBe(false);
    expect(sameYaml("a: 1\na: 1 # x\n", "a: 1\na: 1\n")).toBe(false);
    expect(sameYaml("a:\n\tb: 1\n", "a:\n  b: 1\n")).toBe(false);
  });

  test("ignores a presets line inside a block of text, whose content is compared anyway", () => {
    const text = (indent: string) => `a: |\n${indent}# spectrocloud.com/enabled-presets: A:b\nb: 1\n`;
    expect(sameYaml(text("  "), text("    "))).toBe(true);
    expect(sameYaml(text("  "), "a: |\n  # spectrocloud.com/enabled-presets: A:c\nb: 1\n")).toBe(false);
  });

  test("answers at once for aliases that unfold to billions of nodes", () => {
    const laughs = (last: string) =>
      ["a0: &a0 [x, y]", ...Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`), last].join(
        "\n",
      );
    expect(sameYaml(laughs("z: 1 # c"), laughs("z: 1"))).toBe(true);
    expect(sameYaml(laughs("z: 1"), laughs("z: 2"))).toBe(false);
  });

  test("gives no answer of equal for aliases that cannot be resolved, and ends", () => {
    expect(sameYaml("a: &a [*a]", "a: &a  [*a]")).toBe(false);
    expect(sameYaml("a: *b # c", "a: *b")).toBe(false);
  });

  test("survives texts nested thousands of levels deep", () => {
    const deep = (n: number) => `${"[".repeat(n)}${"]".repeat(n)}`;
    expect(sameYaml(deep(20_000), `${deep(20_000)} # c`)).toBe(false);
  });

  test.each(packTexts())("finds %s equal to itself with a comment added, and not with a key added", (_, path) => {
    const text = readFileSync(path, "utf8");
    expect(sameYaml(text, `${text}\n# a comment\n`)).toBe(true);
    expect(sameYaml(text, `${text}\nadded-by-a-test: 1\n`)).toBe(false);
  });
});
