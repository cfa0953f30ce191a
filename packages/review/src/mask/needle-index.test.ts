import fc from "fast-check";
import { NeedleIndex } from "./needle-index";

function indexOf(...texts: string[]): NeedleIndex {
  const index = new NeedleIndex();
  for (const text of texts) index.add({ text, encoded: false }, undefined);
  return index;
}

test("All places of all needles are found, as a search for one after the other finds them", () => {
  const letters = fc.stringMatching(/^[ab]{0,40}$/);
  const needle = fc.stringMatching(/^[ab]{6,9}$/);
  fc.assert(
    fc.property(letters, fc.array(needle, { maxLength: 4 }), (text, needles) => {
      const covered = new Set<number>();
      for (const each of needles) {
        for (let at = text.indexOf(each); at !== -1; at = text.indexOf(each, at + 1)) {
          for (let i = at; i < at + each.length; i++) covered.add(i);
        }
      }
      const found = indexOf(...needles).find(text);
      const places = found.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i));
      // What begins in the middle of another one may be found up to where that one ends.
      expect(found.length > 0).toBe(covered.size > 0);
      expect(places.every((at) => covered.has(at))).toBe(true);
      expect(needles.some((each) => found.some(({ start, end }) => text.slice(start, end).includes(each)))).toBe(
        covered.size > 0,
      );
      let open = "";
      let end = 0;
      for (const hit of found) {
        open += `${text.slice(end, hit.start)}|`;
        end = hit.end;
      }
      open += text.slice(end);
      expect(needles.filter((each) => open.includes(each))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("Of a long needle any stretch of two dozen characters is found, unless it reads like words", () => {
  const long = "Zk3mQ9xV1bT7pL2wR8nC4yF6hJ0sD5gA1eU7iO3kM9";
  for (let at = 0; at + 24 <= long.length; at++) {
    expect(indexOf(long).find(`... ${long.slice(at, at + 24)} ...`)).toEqual([{ start: 4, end: 28 }]);
  }
  expect(indexOf(`${long} and a long sentence of words`).find("and a long sentence of words")).toEqual([]);
});

test("What is encoded is found with all that belongs to it", () => {
  const index = new NeedleIndex();
  index.add({ text: "c2VjcmV0", encoded: true }, "a1b2c3");
  expect(index.find("x: AAc2VjcmV0IQ== y")).toEqual([{ start: 3, end: 17, hash: "a1b2c3" }]);
});

test("Twenty thousand needles that begin alike cost no more than others", () => {
  const needles = Array.from({ length: 20_000 }, (_, at) => `prefix-${at * 7919}`);
  const index = indexOf(...needles);
  const started = performance.now();
  let found = 0;
  for (let at = 0; at < 20_000; at++) found += index.find(`see prefix-x${at}`).length;
  expect(found).toBe(0);
  expect(performance.now() - started).toBeLessThan(5_000);
});
