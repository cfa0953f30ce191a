import { readFileSync } from "node:fs";
import fc from "fast-check";
import { rewrite, rewriting, toYaml, yamlValue } from "../testing/arbitrary-yaml";
import { edited, lineEdits } from "../testing/edited-lines";
import { packTexts } from "../testing/packs";
import { parseYaml } from "./parse";
import { treeChanges } from "./tree-diff";
import { withoutShared } from "./without-shared";

function holds(before: string, after: string): boolean {
  const parses = (text: string) => parseYaml(text).errors.length === 0;
  if (!parses(before) || !parses(after)) return false;
  const cut = withoutShared(before, after);
  if (cut === undefined) return false;
  expect(treeChanges(...cut)).toEqual(treeChanges(before, after));
  return true;
}

describe("withoutShared", () => {
  const objects = ["Deployment", "Service"].map(
    (kind) =>
      `kind: ${kind}\nmetadata:\n  name: web\n  labels:\n    a: b\nspec:\n  a: 1\n  b:\n  - c: 1\n  d: |\n    x: 1\n\n    # text\n`,
  );

  test("leaves the changed entries, what leads to them, and what names an object", () => {
    expect(withoutShared("# top\na:\n  b: 1 # one\n  c: 2\nd: 3\n", "a:\n  b: 2\n  c: 2\nd: 3\n")).toEqual([
      "a:\n  b: 1 # one\n#\n",
      "a:\n  b: 2\n#\n",
    ]);
    const [before] = withoutShared(objects.join("---\n"), objects.join("---\n").replace("d: |", "d: |-"))!;
    expect(before).toBe(
      "kind: Deployment\nmetadata:\n  name: web\nspec:\n  d: |\n    x: 1\n\n    # text\n#\n---\nkind: Service\nmetadata:\n  name: web\n#\n",
    );
  });

  test("takes nothing from texts that hold an alias, or objects that changed places", () => {
    expect(withoutShared("a: 1\nb: &x 1\nc: *x\n", "a: 1\nb: 2\n")).toBeUndefined();
    expect(withoutShared("a: 1\nb: '0 */6 * * *'\n", "a: 1\nb: 2\n")).toBeDefined();
    expect(withoutShared(objects.join("---\n"), objects.reverse().join("---\n"))).toBeUndefined();
  });

  test("random edits of values and of objects lead to the same changes with it and without", () => {
    const texts = packTexts().map(([, path]) => readFileSync(path, "utf8"));
    const sources = [...texts.filter(({ length }) => length < 16_000), objects.join("---\n")];
    let held = 0;
    fc.assert(
      fc.property(fc.constantFrom(...sources), lineEdits, lineEdits, (text, some, more) => {
        if (holds(edited(text, some), edited(text, more))) held++;
      }),
      { numRuns: 500 },
    );
    expect(held).toBeGreaterThan(10);
  });

  test("random values lead to the same changes with it and without", () => {
    fc.assert(
      fc.property(yamlValue, yamlValue, rewriting, (a, b, how) => {
        const [left, right] = [a, b].map((value) => rewrite(toYaml({ both: a, value }), how)) as [string, string];
        holds(left, right);
      }),
      { numRuns: 200 },
    );
  });
});
