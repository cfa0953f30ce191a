import { readFileSync } from "node:fs";
import { packTexts } from "../testing/packs";
import { packBlock, packSettings } from "./pack-block";
import { layer, profile } from "./test-profile.test-support";
import { validateProfile } from "./validate-profile";

const inValues = (values: string) => validateProfile(profile({ packs: [layer("web", values)] }));
const priority = (value: string) => inValues(`pack:\n  spectrocloud.com/install-priority: ${value}\n`);
const namespace = (value: string) => inValues(`charts: {}\npack:\n  namespace: ${value}\n`);

describe("V9: the install priority", () => {
  test.each(['"10"', "'-5'", "0", "10 # late", '"{{.spectro.macro.order}}"', '""', ""])("may be %s", (value) => {
    expect(priority(value)).toEqual([]);
  });

  test.each(["high", '"1.5"', '"1 0"'])("may not be %s", (value) => {
    const bare = value.replaceAll('"', "");
    expect(priority(value)).toEqual([
      {
        code: "InvalidInstallPriority",
        severity: "error",
        path: ["packs", 0, "values"],
        line: 2,
        column: 38,
        message: `the values of layer "web" set the install priority "${bare}" (line 2, column 38), which is not a whole number; write one in quotes, such as "10": lower ones are deployed first`,
      },
    ]);
  });

  test("is read in quoted keys, flow maps and overrides, and nowhere but in pack", () => {
    expect(inValues("pack: {\"spectrocloud.com/install-priority\": 'x'}\n")).toMatchObject([
      { code: "InvalidInstallPriority" },
    ]);
    const packs = [{ ...layer("web"), overrides: "pack:\n  'spectrocloud.com/install-priority': x\n" }];
    expect(validateProfile(profile({ packs }))).toMatchObject([{ path: ["packs", 0, "overrides"] }]);
    expect(inValues("charts:\n  spectrocloud.com/install-priority: x\n")).toEqual([]);
  });
});

describe("V10: namespaces", () => {
  test.each(["web", '"web-1"', "1", "a--b", '""', "~", "null", "'{{.spectro.var.ns}}'", "x # A comment"])(
    "may be %s",
    (value) => {
      const variables = value.includes("var") ? [{ name: "ns", displayName: "NS" }] : [];
      const packs = [layer("web", `pack:\n  namespace: ${value}\n`)];
      expect(validateProfile(profile({ packs, variables }))).toEqual([]);
    },
  );

  test.each([
    ["Argo_CD", "argo-cd"],
    ['"-web"', "web"],
    ["web.prod", "web-prod"],
  ])("may not be %s", (value, meant) => {
    const [problem, ...more] = namespace(value);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: "InvalidNamespace", severity: "error", line: 3, column: 14 });
    expect(problem!.message).toContain(`such as "${meant}"`);
  });

  test("are read in additionalNamespaces, as a list and as a map", () => {
    expect(inValues("pack:\n  additionalNamespaces:\n    - ok\n    - Not_Ok\n")).toMatchObject([
      { code: "InvalidNamespace", line: 4, column: 7 },
    ]);
    expect(inValues("pack:\n  additionalNamespaces:\n    any Key: ok\n    other: not.ok\n")).toMatchObject([
      { line: 4 },
    ]);
  });

  test("count in the pack block alone: a chart's own are the chart's", () => {
    expect(inValues("pack:\n  namespace: web\ncharts:\n  namespace: Any_Text\n")).toEqual([]);
    expect(inValues("pack:\r\n  namespace: web\r\n  namespaceLabels:\r\n    web: A=B\r\n")).toEqual([]);
    expect(inValues("pack:\r\n  a: 1\r\n\r\n  namespace: Web\r\n")).toMatchObject([{ line: 4, column: 14 }]);
  });

  test("and priorities of the real packs are right", () => {
    for (const [, path] of packTexts()) expect(inValues(readFileSync(path, "utf8"))).toEqual([]);
  });
});

describe("packSettings", () => {
  test("does not unfold aliases without bound", () => {
    const levels = Array.from({ length: 30 }, (_, i) => `  l${i + 1}: &l${i + 1} [*l${i}, *l${i}]\n`);
    const block = packBlock(`pack:\n  l0: &l0 x\n${levels.join("")}`);
    expect(packSettings(block!).length).toBeLessThan(20_000);
  });

  test("tells the scalars below pack with their places, wherever pack stands", () => {
    const block = packBlock(
      "# one\ncharts: {}\npack:\n  # two\n\n  a:\n    - b: 'c'\n  d: {{.spectro.var.e}}\nmore: 1\n",
    );
    expect(packSettings(block!)).toEqual([
      { path: ["a", "0", "b"], text: "c", line: 7, column: 10 },
      { path: ["d"], text: "{{.spectro.var.e}}", line: 8, column: 6 },
    ]);
    expect(packBlock("charts:\n  pack: 1\n")).toBeUndefined();
  });

  test("follows anchors, and gives nothing for what does not parse", () => {
    const anchored = packBlock("x: &ns web\npack:\n  namespace: *ns\n");
    expect(packSettings(anchored!)).toMatchObject([{ path: ["namespace"], text: "web" }]);
    expect(packSettings({ source: "pack: [", linesBefore: 0 })).toEqual([]);
    expect(packSettings({ source: `pack: ${"[".repeat(20_000)}`, linesBefore: 0 })).toEqual([]);
  });
});
