import fc from "fast-check";
import { hunksOf } from "./hunks";

const lines = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `line ${from + at}`);

test("A changed line has three lines around it, and the rest is counted", () => {
  const before = lines(0, 20);
  expect(hunksOf(before, before.with(10, "new"))).toEqual([
    { same: [], hidden: 7 },
    { same: lines(7, 10) },
    { before: ["line 10"], after: ["new"] },
    { same: lines(11, 14), hidden: 6 },
  ]);
});

test("One line is not hidden: to say so takes a line as well", () => {
  const before = lines(0, 10);
  expect(hunksOf(before, before.with(4, "new"))[0]).toEqual({ same: lines(0, 4) });
});

test("What is hidden is nothing but unchanged lines: hunks put together are both texts", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 30 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const hunks = hunksOf(before, after);
      for (const [side, whole] of [
        ["before", before],
        ["after", after],
      ] as const) {
        let at = 0;
        for (const hunk of hunks) {
          const shown = "before" in hunk ? hunk[side] : hunk.same;
          expect(whole.slice(at, at + shown.length)).toEqual(shown);
          at += shown.length + (("hidden" in hunk && hunk.hidden) || 0);
        }
        expect(at).toBe(whole.length);
      }
    }),
    { numRuns: 200 },
  );
});
