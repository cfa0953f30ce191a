import { readFileSync } from "node:fs";
import fc from "fast-check";
import { rewrite, rewriting, toYaml, yamlValue } from "../testing/arbitrary-yaml";
import { packTexts } from "../testing/packs";
import { diffYaml } from "./diff";
import { parsesFast } from "./errors";
import { parseYaml } from "./parse";
import { normalizeText } from "./text";
import { cutShared, withoutShared } from "./without-shared";

const LINES = [
  "# spectrocloud.com/enabled-presets: A:b",
  "a: |",
  "  # text",
  "x:",
  "  y: 1",
  "- z",
  "kind: Secret",
  "---",
  "",
];

/** A text with some of its lines gone, doubled, replaced or deeper; most still parse. */
function edited(text: string, edits: readonly (readonly [number, number])[]): string {
  const lines = text.split("\n");
  for (const [place, what] of edits) {
    const at = place % lines.length;
    const line = lines[at] ?? "";
    if (what === 0) lines.splice(at, 1);
    else if (what === 1) lines.splice(at, 0, line.replace(/[a-z](?=\w*:)/, "q"));
    else if (what === 2) lines[at] = line.replace(/: .*/, ": 4711");
    else if (what === 3) lines[at] = ` ${line}`;
    else if (what === 4) lines.splice(at, 0, "", "# why");
    else lines.splice(at, 0, LINES[(what - 5) % LINES.length]!);
  }
  return normalizeText(lines.join("\n"));
}

const edits = fc.array(fc.tuple(fc.nat(), fc.nat(4 + LINES.length)), { minLength: 1, maxLength: 4 });

function holds(before: string, after: string): boolean {
  const parses = (text: string) => parsesFast(text) && parseYaml(text).errors.length === 0;
  if (!parses(before) || !parses(after)) return false;
  const cut = cutShared(before, after);
  if (cut === undefined) return false;
  expect(diffYaml(...cut).changes).toEqual(diffYaml(before, after).changes);
  return true;
}

describe("withoutShared", () => {
  const objects = ["Deployment", "Service"].map(
    (kind) =>
      `kind: ${kind}\nmetadata:\n  name: web\n  labels:\n    a: b\nspec:\n  a: 1\n  b:\n  - c: 1\n  d: |\n    x: 1\n\n    # text\n`,
  );

  test("leaves the changed entries, what leads to them, and what names an object", () => {
    expect(cutShared("# top\na:\n  b: 1 # one\n  c: 2\nd: 3\n", "a:\n  b: 2\n  c: 2\nd: 3\n")).toEqual([
      "a:\n  b: 1 # one\n#\n",
      "a:\n  b: 2\n#\n",
    ]);
    const [before] = cutShared(objects.join("---\n"), objects.join("---\n").replace("d: |", "d: |-"))!;
    expect(before).toBe(
      "kind: Deployment\nmetadata:\n  name: web\nspec:\n  d: |\n    x: 1\n\n    # text\n#\n---\nkind: Service\nmetadata:\n  name: web\n#\n",
    );
  });

  test("takes nothing from texts that are short, broken, or hold an alias", () => {
    const long = `a: 1\n${"# why\n".repeat(4000)}`;
    expect(withoutShared(long, `${long}b: 1\n`)).toBeDefined();
    expect(withoutShared("a: 1\n", "a: 2\n")).toBeUndefined();
    expect(withoutShared(long, `${long}b: [\n`)).toBeUndefined();
    expect(withoutShared(`${long}b: &x 1\n`, `${long}b: 2\n`)).toBeUndefined();
  });

  test("random edits of values and of objects lead to the same changes with it and without", () => {
    const texts = packTexts().map(([, path]) => readFileSync(path, "utf8"));
    const sources = [...texts.filter(({ length }) => length < 16_000), objects.join("---\n")];
    let held = 0;
    fc.assert(
      fc.property(fc.constantFrom(...sources), edits, edits, (text, some, more) => {
        if (holds(edited(text, some), edited(text, more))) held++;
      }),
      { numRuns: 500 },
    );
    expect(held).toBeGreaterThan(40);
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
