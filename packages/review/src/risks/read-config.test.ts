import { readFileSync } from "node:fs";
import path from "node:path";
import { ReviewConfigError, readConfig } from "./read-config";
import type { RiskRule } from "./risk-rule";
import { systemProfileTouched } from "./rules/system-profile-touched";

const many: RiskRule = {
  ...systemProfileTouched,
  id: "many-clusters",
  options: { from: { default: 10, about: "How many." }, kinds: { default: ["a"], about: "Which." } },
};
const RULES = [systemProfileTouched, many];
const read = (text: string) => readConfig(text, "palette-review.yaml", RULES);

function problemsOf(text: string): readonly string[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof ReviewConfigError) return error.problems;
    throw error;
  }
  return [];
}

test("A configuration is read from YAML, and from JSON alike", () => {
  const config = read(`
rules:
  system-profile-touched: off
  many-clusters: { severity: low, from: 3, kinds: [b] }
ignore:
  - rule: many-clusters
    profile: edge-*
    reason: These are test clusters.
    expires: 2026-12-31
failOn: high
mask: [license]
show: [charts.web.tokenLength]
`);
  expect(config).toEqual({
    rules: { "system-profile-touched": "off", "many-clusters": { severity: "low", from: 3, kinds: ["b"] } },
    ignore: [
      {
        rule: "many-clusters",
        profile: "edge-*",
        reason: "These are test clusters.",
        expires: "2026-12-31",
        place: "palette-review.yaml:6:5",
      },
    ],
    failOn: "high",
    mask: ["license"],
    show: ["charts.web.tokenLength"],
  });
  const { ignore, ...rest } = config;
  const { place, ...entry } = ignore[0]!;
  expect(place).toBe("palette-review.yaml:6:5");
  const json = read(JSON.stringify({ ...rest, ignore: [entry] }));
  expect({ ...json, ignore: json.ignore.map(({ place: _, ...each }) => each) }).toEqual({ ...rest, ignore: [entry] });
});

test("An empty file sets nothing", () => {
  expect(read("")).toEqual({ rules: {}, ignore: [] });
  expect(read("# nothing yet\n")).toEqual({ rules: {}, ignore: [] });
});

test("Unknown keys and rules are errors that name the nearest", () => {
  expect(problemsOf("failon: high\nrules:\n  system-profile-touch: low\nfrobnicate: 1\n")).toEqual([
    'palette-review.yaml:1:9: failon: There is no such key. Did you mean "failOn"?',
    "palette-review.yaml:4:13: frobnicate: There is no such key. There are: rules, ignore, failOn, mask, show.",
    'palette-review.yaml:3:25: rules.system-profile-touch: There is no rule "system-profile-touch". Did you mean "system-profile-touched"?',
  ]);
});

test("Wrong settings of rules are errors", () => {
  expect(
    problemsOf(
      "rules:\n  system-profile-touched: critical\n  many-clusters: { severity: none, from: many, kind: [1] }\n",
    ),
  ).toEqual([
    'palette-review.yaml:2:27: rules.system-profile-touched: "critical" is neither off, high, medium, low nor options of the rule.',
    'palette-review.yaml:3:54: rules.many-clusters.kind: There is no such key. Did you mean "kinds"?',
    'palette-review.yaml:3:30: rules.many-clusters.severity: "none" is none of high, medium, low.',
    'palette-review.yaml:3:42: rules.many-clusters.from: "many" is no number.',
  ]);
});

test("An entry that ignores needs a rule, a reason and a day", () => {
  expect(problemsOf("ignore:\n  - layer: web\n  - { rule: many-clusters, reason: '', expires: 2026-02-30 }\n")).toEqual(
    [
      "palette-review.yaml:2:5: ignore.0.rule: An entry needs the id of the rule that it is about.",
      "palette-review.yaml:2:5: ignore.0.reason: An entry needs a reason, for those who find it later.",
      "palette-review.yaml:2:5: ignore.0.expires: An entry needs the last day on which it holds, such as 2026-12-31.",
      'palette-review.yaml:3:36: ignore.1.reason: "" is no text.',
      'palette-review.yaml:3:49: ignore.1.expires: "2026-02-30" is no day; one is written as 2026-12-31.',
    ],
  );
});

test("What is no map or list where one belongs is an error", () => {
  expect(problemsOf("- a\n")).toEqual(['palette-review.yaml:1:1: ["a"] is no map.']);
  expect(problemsOf("rules: [a]\nignore: soon\nfailOn: 3\nmask: [1]\nshow: a\n")).toEqual([
    'palette-review.yaml:1:8: rules: ["a"] is no map.',
    'palette-review.yaml:2:9: ignore: "soon" is no list.',
    "palette-review.yaml:3:9: failOn: 3 is none of high, medium, low.",
    "palette-review.yaml:4:8: mask.0: 1 is no text.",
    'palette-review.yaml:5:7: show: "a" is no list.',
  ]);
});

test("What does not parse is told with its place", () => {
  expect(problemsOf('rules:\n  a: "b\n')).toEqual([
    expect.stringMatching(/^palette-review\.yaml:\d+:\d+: Missing closing "quote$/) as string,
  ]);
});

test("The sample of the page on configuration is read", () => {
  const page = readFileSync(path.resolve(__dirname, "../../../../docs/review/configuration.md"), "utf8");
  const sample = /```yaml\n([\s\S]*?)```/.exec(page)![1]!;
  expect(readConfig(sample, "palette-review.yaml")).toMatchObject({ failOn: "high", ignore: [{ profile: "edge-*" }] });
});
