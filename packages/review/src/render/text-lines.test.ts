import { buildReview } from "../build";
import { readTerraformPlan } from "../inputs/terraform";
import { attributes, updatePlan } from "../testing/plan";
import { renderMarkdown } from "./markdown";
import { renderText } from "./text";
import { textLines } from "./text-lines";

const change = (before: string, after: string, more: object = {}) =>
  textLines({ path: "script", kind: "change", within: "values", before, after, ...more });

test("Of a long text the lines that changed are told, with those around them", () => {
  const script = (line: string) => `#!/bin/sh\nset -e\n${line}\nexit 0\n`;
  expect(change(script("- echo one"), script("- echo two")).map(({ mark, text }) => `${mark}${text}`)).toEqual([
    " line 2:",
    "   set -e",
    "-  - echo one",
    "+  - echo two",
    "   exit 0",
  ]);
});

test("What fits on the change's own line, comes or goes, or is masked has none", () => {
  expect(change("one", "two")).toEqual([]);
  expect(change("a\nb", "a\nc", { kind: "add" })).toEqual([]);
  expect(change("a\nb", "a\nc", { sensitive: true })).toEqual([]);
});

test("Very many lines and very long ones are cut", () => {
  const lines = change("a\n".repeat(100), "b\n".repeat(100));
  expect(lines).toHaveLength(16);
  expect(lines.at(-1)!.text).toMatch(/^\d+ lines more$/);
  expect(change(`a\n${"x".repeat(5000)}`, `a\n${"y".repeat(5000)}`)[2]!.text).toHaveLength(160);
});

test("They stand below the change, in Markdown behind a mark of their own", () => {
  const values = (step: string) => `run: |\n  steps:\n  ${step}\n  - done\n`;
  const side = (step: string) => attributes("p", [{ name: "web", values: values(step) }]);
  const review = buildReview(readTerraformPlan(updatePlan([{ before: side("$ one"), after: side("$ two") }])));
  const text = renderText(review, { color: false });
  expect(text).toContain("        -   $ one\n        +   $ two\n");
  const markdown = renderMarkdown(review);
  expect(markdown).toContain("\n-       $ one\n+       $ two\n        - done\n");
});
