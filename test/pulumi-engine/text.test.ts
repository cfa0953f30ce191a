import { stepText, summaryText } from "./text";
import type { Step } from "./types";

const step = (more: Partial<Step>): Step => ({
  urn: "urn",
  type: "pulumi-nodejs:dynamic/palette:ClusterProfile",
  name: "it",
  op: "update",
  diff: [],
  replaces: [],
  ...more,
});

test("a changed text shows the lines that went and came", () => {
  const diff = [
    { path: "packs[0].values", kind: "update" as const, before: "a:\n  b: 1\nc: 2\n", after: "a:\n  b: 2\nc: 2\n" },
  ];
  expect(stepText(step({ diff }), true)).toBe(
    ["  ~ ClusterProfile it: update", "      packs[0].values:", "        -   b: 1", "        +   b: 2"].join("\n"),
  );
});

test("a plain value stands on one line", () => {
  const diff = [
    { path: "version", kind: "update" as const, before: "1.0.0", after: "1.1.0" },
    { path: "tags", kind: "add" as const, after: ["x"] },
  ];
  expect(stepText(step({ diff }), false)).toBe(
    ["  ~ ClusterProfile it: updated", '      version: "1.0.0" -> "1.1.0"', '      tags: + ["x"]'].join("\n"),
  );
});

test("the summary says what is to be done, or what was", () => {
  const result = { ok: true, steps: [step({}), step({ op: "same" })], diagnostics: [], outputs: {}, secretOutputs: [] };
  expect(summaryText(result, true)).toBe("1 to update, 1 unchanged");
  expect(summaryText(result, false)).toBe("1 updated, 1 unchanged");
  expect(summaryText({ ...result, steps: [] }, true)).toBe("nothing to do");
});
