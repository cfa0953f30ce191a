import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parse } from "yaml";
import { TRAPS, toYaml } from "../testing/arbitrary-yaml";
import { packTexts, runsOn } from "../testing/packs";
import { diffYaml } from "./diff";
import { yamlErrors } from "./errors";
import { mergeYaml } from "./merge";

const merged = (defaults: string, overrides: string | object) => mergeYaml(defaults, overrides).text;

const STORIES: [string, string, string | object, string][] = [
  ["a scalar, and keeps its comment", "# top\na: 1 # one\nb: 2\n", "a: 3\n", "# top\na: 3 # one\nb: 2\n"],
  ["a key that has no value", "a: # why\nb: 1\n", "a: x", "a: x # why\nb: 1\n"],
  ["a list as a whole", "a:\n  # two\n  - x\n  # y\n  - y\n# b\nb: 1\n", "a: [z]\n", "a: [ z ]\n  # two\n# b\nb: 1\n"],
  [
    "an empty map by a block",
    "r: {} # none\n  # cpu: 1\nb: 1\n",
    "r:\n  cpu: 2",
    "r: # none\n  cpu: 2\n  # cpu: 1\nb: 1\n",
  ],
  [
    "nothing where the key is new, and adds it last",
    "a:\n    b: 1\n\n# c\nc: 1\n",
    "a: {d: {e: 2}}",
    "a:\n    b: 1\n    d: { e: 2 }\n\n# c\nc: 1\n",
  ],
  ["a key by nothing for null", "a: 1\nb:\n  c: 1\n  # of c\nd: 2\n", "b: null\n", "a: 1\nd: 2\n"],
  ["the last key by an empty map", "a:\n  b: 1\nc: 2\n", "a: {b: null}", "a: {}\nc: 2\n"],
  ["a map in braces as a block", "a: {b: 1, c: [x]} # why\n", "a: {b: 2}", "a: # why\n  b: 2\n  c: [ x ]\n"],
  ["a text of many lines", "a: |\n  x\n\n  y\n\nb: 1\n", "a: |-\n    p\n    q\n", "a: |-\n  p\n  q\n\nb: 1\n"],
  [
    "where the comment below would become text",
    "a: x\n  # deep\nb: 1\n",
    "a: |\n  p\n  q\n",
    'a: "p\\nq\\n"\n  # deep\nb: 1\n',
  ],
  ["keys with dots", "m:\n  a.b/c: x\n", { m: { "a.b/c": "z" } }, "m:\n  a.b/c: z\n"],
  ["what is not there at all", "", "a: 1\n", "a: 1\n"],
  ["what is comments alone", "# nothing here", "a: 1\n", "# nothing here\na: 1\n"],
  ["the empty map", "{}\n", "a: {b: 1}\n", "a: { b: 1 }\n"],
  ["all there is", "a: 1\n", "a: null\n", "{}\n"],
  [
    "by templates, quoted and not",
    "a: 1\nb: x\n",
    "a: {{.spectro.var.n}}\nb: '{{.spectro.var.t}}'\n",
    "a: {{.spectro.var.n}}\nb: '{{.spectro.var.t}}'\n",
  ],
  ["templates of the defaults", "a: {{.spectro.var.n}}\nb: 1\n", "b: 2", "a: {{.spectro.var.n}}\nb: 2\n"],
  ["Windows lines", "a: 1\r\nb: 2\r\n", "a: 2\n", "a: 2\r\nb: 2\r\n"],
  [
    "what old readers misread, from an object",
    "a: x\n",
    { a: "yes", b: "0o17", c: "1:30" },
    'a: "yes"\nb: "0o17"\nc: "1:30"\n',
  ],
  [
    "aliases, by what they mean",
    "x: &x # one\n  p: 1\ny: *x\nz:\n  <<: *x\n  q: 2\n",
    "y: {p: 2}\nz: {p: 3}",
    "x:\n  # one\n  p: 1\ny:\n  # one\n  p: 2\nz:\n  p: 3\n  q: 2\n",
  ],
  [
    "presets by its own",
    "# spectrocloud.com/enabled-presets: A:b\na: 1\n",
    "# spectrocloud.com/enabled-presets: A:c\n",
    "# spectrocloud.com/enabled-presets: A:c\na: 1\n",
  ],
  [
    "and keeps the presets of the defaults",
    "# spectrocloud.com/enabled-presets: A:b\na: 1\n",
    "a: 2\n",
    "# spectrocloud.com/enabled-presets: A:b\na: 2\n",
  ],
];

describe("mergeYaml", () => {
  test.each(STORIES)("overrides %s", (_, defaults, overrides, text) => {
    expect(merged(defaults, overrides)).toBe(text);
    expect(merged(text, overrides)).toBe(text);
  });

  test("leaves the defaults as they are where the overrides say the same in other words", () => {
    const defaults = "a: 'x'\nb: {c: [1, 2]}\n";
    expect(mergeYaml(defaults, "b: {c:  [ 1,2 ]}\na: x # same\n")).toEqual({
      text: defaults,
      unmatched: [],
      changed: [],
    });
  });

  test("takes the same defaults again and again, whatever was laid over them before", () => {
    const defaults = "x: &x # one\n  p: 1\ny: *x\nz: {a: {b: 1}} # two\n";
    const all = ["y: {p: 2}\n", "z: {a: {b: null}}\n", "x: null\ny: 1\n", { z: { a: { c: [1] } } }];
    const first = all.map((overrides) => merged(defaults, overrides));
    expect(all.map((overrides) => merged(defaults, overrides))).toEqual(first);
    expect(merged(`${defaults}# other\n`, "y: {p: 2}\n")).toBe(`${first[0]}# other\n`);
  });

  test("tells which overrides match no key, and which change a value", () => {
    expect(mergeYaml("a:\n  b: 1\n  c: 2\n", "a: {b: 1, c: 3, x: 1}\ny: {z: 1}\n")).toMatchObject({
      unmatched: ["a.x", "y"],
      changed: ["a.c"],
    });
  });

  test("says which side cannot be merged", () => {
    expect(() => mergeYaml("a: [", "a: 1")).toThrow(expect.objectContaining({ side: "defaults" }));
    expect(() => mergeYaml("- a", "a: 1")).toThrow(expect.objectContaining({ side: "defaults" }));
    expect(() => mergeYaml("a: 1", "a: [")).toThrow(expect.objectContaining({ side: "overrides" }));
    expect(() => mergeYaml("a: 1", "[a]")).toThrow(expect.objectContaining({ side: "overrides" }));
    expect(() => mergeYaml("a: 1", "a: 1\n---\nb: 1")).toThrow(expect.objectContaining({ side: "overrides" }));
  });
});

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const isMap = (value: unknown): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What laying over means, on values: RFC 7386. */
function laidOver(value: Json, patch: Json): Json {
  if (!isMap(patch)) return patch;
  const result = isMap(value) ? { ...value } : {};
  for (const [key, inner] of Object.entries(patch)) {
    if (inner === null) delete result[key];
    else result[key] = laidOver(result[key] ?? null, inner);
  }
  return result;
}

const leaf = fc.oneof(
  fc.constantFrom<Json>(null, true, 7, "text", "two\nlines\n", "keeps\n\n", "x: y", ...TRAPS),
  fc.string(),
  fc.constantFrom<Json>([], {}, [1, { a: null }], { a: { b: null, c: 1 } }),
);
/** Patches that reach into a text: real keys at every depth, with some that are new. */
const patchOf = (value: Json): fc.Arbitrary<{ [key: string]: Json }> => {
  const keys = isMap(value) ? Object.keys(value) : [];
  const known = keys.map((key) => [key, (value as { [key: string]: Json })[key]!] as const);
  const entry = fc.oneof(
    ...(known.length === 0
      ? []
      : [
          {
            weight: 4,
            arbitrary: fc
              .constantFrom(...known)
              .chain(([key, inner]) =>
                fc
                  .oneof(leaf, { weight: isMap(inner) ? 4 : 0, arbitrary: isMap(inner) ? patchOf(inner) : leaf })
                  .map((to): [string, Json] => [key, to]),
              ),
          },
        ]),
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom("new", "a.b/c", "on"), leaf) },
  );
  return fc.array(entry, { maxLength: 4 }).map((entries) => Object.fromEntries(entries));
};

/** Comments that are lines of their own, wherever they stand; those in a text of many lines too. */
const commentLines = (text: string) => text.split("\n").filter((line) => /^\s*#/.test(line));

function holdLaws(text: string, patch: { [key: string]: Json }) {
  const { text: result } = mergeYaml(text, patch);
  expect(yamlErrors(result)).toEqual([]);
  expect(parse(result) ?? {}).toEqual(laidOver(parse(text) as Json, patch));
  expect(merged(result, patch)).toBe(result);
  return result;
}

describe("the laws of a merge", () => {
  jest.setTimeout(60_000);
  const texts = packTexts().map(([name, path]) => [name, readFileSync(path, "utf8")] as [string, string]);

  test.each(texts)("nothing over %s is it to the letter", (_, text) => {
    expect(mergeYaml(text, {})).toEqual({ text, unmatched: [], changed: [] });
    expect(merged(text, "# nothing\n")).toBe(text);
  });

  test.each(texts)("a merge over %s means the two laid over each other, and twice is once", (_, text) => {
    fc.assert(
      fc.property(patchOf(parse(text) as Json), (patch) => {
        holdLaws(text, patch);
      }),
      { numRuns: runsOn(text, 6) },
    );
  });

  test.each(texts)("one leaf of %s changes one line, and every comment stays", (_, text) => {
    const paths = leafPaths(parse(text) as Json);
    fc.assert(
      fc.property(fc.constantFrom(...paths), (path) => {
        const patch = path.reduceRight<Json>((inner, key) => ({ [key]: inner }), "a value of the test");
        const result = holdLaws(text, patch as { [key: string]: Json });
        expect(commentLines(result)).toEqual(commentLines(text));
        expect(diffYaml(text, result).changes).toHaveLength(1);
      }),
      { numRuns: runsOn(text, 2) },
    );
  });

  test("random texts: whatever is laid over whatever", () => {
    const json = fc.dictionary(
      fc.stringMatching(/^[a-c]{1,2}$/),
      fc.oneof(leaf, fc.dictionary(fc.stringMatching(/^[a-c]$/), leaf)),
    );
    fc.assert(
      fc.property(json, json, (value, patch) => {
        holdLaws(toYaml(value), patch as { [key: string]: Json });
      }),
      { numRuns: 250 },
    );
  });
});

/** Maps lead to leaves; a list is one, and a text of many lines is none, since its lines look like comments. */
function leafPaths(value: Json, path: string[] = []): string[][] {
  if (!isMap(value)) return typeof value === "string" && value.includes("\n") ? [] : Array.isArray(value) ? [] : [path];
  return Object.entries(value).flatMap(([key, inner]) => leafPaths(inner, [...path, key]));
}
