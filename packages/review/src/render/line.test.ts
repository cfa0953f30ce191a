import { buildReview } from "../build";
import { readTerraformPlan } from "../inputs/terraform";
import { attributes, updatePlan } from "../testing/plan";
import { renderMarkdown } from "./markdown";
import { renderText } from "./text";

function reviewOf(before: string, after: string, name = "p") {
  const of = (values: string) => attributes(name, [{ name: "web", values }]);
  return buildReview(readTerraformPlan(updatePlan([{ before: of(before), after: of(after) }])));
}

function line(before: string, after: string): string {
  return renderText(reviewOf(before, after), { color: false }).split("\n")[3]!.trim();
}

describe("a line of a review", () => {
  test.each([
    ["a: 1", "a: 2", "web > a: 1 -> 2"],
    ["a: 1", 'a: "1"', 'web > a: 1 -> "1"'],
    ["a: 1.20", "a: 1.2", "web > a: 1.20 -> 1.2"],
    ["a: on", "a: 'on'", 'web > a: on -> "on"'],
    ["a: x", "a: ''", 'web > a: x -> ""'],
    ["a: x", "a:", "web > a: x -> null"],
    ["a: {}", "a: []", "web > a: {} -> []"],
    ["x: 1", "x: 1\na: {b: 1, c: [d, e]}", "web > a: added {b: 1, c: [d, e]}"],
    ["x: 1\na: 2", "x: 1", "web > a: removed (was 2)"],
    ["a: |\n  one\n  two\n", "a: |\n  one\n  three\n  four\n", "web > a: text of 2 lines -> 3 lines"],
    ["a: 1", "a: [", "web > values: text of 1 line -> text of 1 line"],
  ])("%j to %j reads %s", (before, after, expected) => {
    expect(line(before, after)).toBe(expected);
  });

  test("says of overrides that they are, since a layer's leaves are its values' else", () => {
    const of = (overrides: string | null) =>
      attributes("p", [{ name: "web", values: "x: 1" }], {
        pack: [{ name: "web", tag: "1.0.0", overrides, manifest: [] }],
      });
    const lineOf = (before: string | null, after: string | null) =>
      renderText(buildReview(readTerraformPlan(updatePlan([{ before: of(before), after: of(after) }]))), {
        color: false,
      })
        .split("\n")[3]!
        .trim();
    expect(lineOf("a: {b: 1}", "a: {b: 2}")).toBe("web > overrides > a.b: 1 -> 2");
    expect(lineOf(null, "a: 1")).toBe("web > overrides: added text of 1 line");
  });

  test("shows where long values differ, and not all of them", () => {
    const long = (end: string) => `a: ${"registry.example/".repeat(10)}${end}`;
    const text = line(long("web:1.0"), long("web:2.0"));
    expect(text).toMatch(/^web > a: \.\.\..*web:1\.0 -> \.\.\..*web:2\.0$/);
    expect(text.length).toBeLessThan(140);
  });

  test("is one line and holds no terminal escapes, whatever the values hold", () => {
    const text = renderText(reviewOf("a: x", 'a: "\\e[31mred\\r+ b\\u202e"'), { color: false });
    expect(text).toContain('web > a: x -> "\\u001b[31mred\\r+ b\\u202e"');
    expect(text.split("\n")).toHaveLength(5);
  });

  test("never stands at column 0 of a diff block, so that list entries are not painted as removed", () => {
    const markdown = renderMarkdown(reviewOf("a: [x]\nb: '```'", 'a: [x, "- y", "```"]\nb: |\n  - x\n  ```\n'));
    const block = /```diff\n([\s\S]*?)\n```\n/.exec(markdown)![1]!;
    for (const row of block.split("\n")) expect(row).toMatch(/^[+!-] web > |^[+ -]( {5}|$)/);
    expect(markdown.match(/^```/gm)).toHaveLength(2);
  });

  test("keeps Markdown and HTML in names from taking effect", () => {
    const markdown = renderMarkdown(reviewOf("a: 1", "a: 2", "</code><img src=x> **p** `q`"));
    expect(markdown).not.toContain("<img");
    expect(markdown).not.toContain("**p**");
  });
});
