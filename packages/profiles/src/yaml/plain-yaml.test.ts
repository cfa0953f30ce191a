import { readFileSync } from "node:fs";
import fc from "fast-check";
import { EDITED_LINES, edited, lineEdits } from "../testing/edited-lines";
import { packTexts } from "../testing/packs";
import { parseYaml } from "./parse";
import { isPlainYaml } from "./plain-yaml";

describe("isPlainYaml", () => {
  test.each([
    "a: 1\nb:\n  c: 'x' # why\n\n  d: [a, 'b']\n",
    "a:\n- b: 1\n  c: {x: 1, y: z}\n- - d\n  -\n    e\n".replace("    e\n", "    e: f\n"),
    "a: |\n  # text\n\n    b: [\n# why\nb: >-\n  x\n",
    "---\nkind: A\n---\nkind: B\n",
  ])("takes maps, lists and blocks of text: %j", (text) => {
    expect([isPlainYaml(text), parseYaml(text).errors]).toEqual([true, []]);
  });

  test.each([
    "a: [\n",
    "a: 1\na: 2\n",
    "a: {x: 1, X: 2}\n",
    'a: "x\nb: 1\n',
    "a:\n    b: 1\n  c: 2\n",
    "a: 1\n- b\n",
    "a: b: c\n",
    "a: &x 1\nb: *x\n",
    "a: |\n    \n  x\n",
    "a: 1\n  b: 2\n",
    "true: 1\n",
    "\ta: 1\n",
    "text\n",
  ])("leaves to a parser what is wrong or anything else: %j", (text) => {
    expect(isPlainYaml(text)).toBe(false);
  });

  test("whatever it takes parses, and is most of what packs hold", () => {
    const texts = packTexts().map(([, path]) => readFileSync(path, "utf8"));
    const short = texts.filter(({ length }) => length < 8000);
    let taken = 0;
    fc.assert(
      fc.property(fc.constantFrom(...short, EDITED_LINES), lineEdits, (text, edits) => {
        const other = edited(text, edits);
        if (!isPlainYaml(other)) return;
        taken++;
        expect(parseYaml(other).errors).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(taken).toBeGreaterThan(5);
  });
});
