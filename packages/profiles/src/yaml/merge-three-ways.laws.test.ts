import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parse } from "yaml";
import { rewrite, rewriting, TRAPS, toYaml } from "../testing/arbitrary-yaml";
import { packTexts } from "../testing/packs";
import { sameYaml } from "./equal";
import { yamlErrors } from "./errors";
import { mergeYaml } from "./merge";
import { mergeThreeWays, type ThreeWayMerge, type ThreeWays } from "./merge-three-ways";
import { parseYaml } from "./parse";
import { keyPath } from "./path";
import { resolved, type YamlTree } from "./tree";

/** What a text says at each path: scalars, lists and empty maps by their digests. */
function leavesOf(text: string): Map<string, string> {
  const leaves = new Map<string, string>();
  const walk = (tree: YamlTree, path: string): void => {
    const node = resolved(tree);
    if (node.kind !== "map") leaves.set(path, node.digest);
    else if (node.entries.size === 0) leaves.set(path, "{}");
    else for (const { key, node: inner } of node.entries.values()) walk(inner, keyPath(path, key));
  };
  for (const document of parseYaml(text).documents) walk(document, "");
  leaves.delete("");
  return leaves;
}

const related = (a: string, b: string) =>
  a === "" || b === "" || `${a}.`.startsWith(`${b}.`) || `${b}.`.startsWith(`${a}.`);

function expectNothingLost(it: ThreeWays, result: ThreeWayMerge): void {
  const [base, applied, live, wanted, text] = [it.base, it.applied, it.live, it.wanted, result.text].map(leavesOf) as [
    Map<string, string>,
    Map<string, string>,
    Map<string, string>,
    Map<string, string>,
    Map<string, string>,
  ];
  const inConflict = (path: string) => result.conflicts.some((conflict) => related(conflict.path, path));
  const isMap = (leaves: Map<string, string>, path: string) =>
    [...leaves.keys()].some((key) => key.startsWith(`${path}.`));
  for (const path of new Set([...base.keys(), ...wanted.keys()])) {
    const now = wanted.get(path);
    if (base.get(path) === now || inConflict(path)) continue;
    // An empty map where there was one: its keys were the delta, and are looked at above.
    if (now === "{}" && isMap(base, path)) continue;
    if (now === undefined && base.get(path) === "{}") continue;
    expect([path, text.get(path)]).toEqual([path, now]);
  }
  for (const path of new Set([...base.keys(), ...live.keys()])) {
    const now = live.get(path);
    if (now === base.get(path) || now === applied.get(path)) continue;
    if (now === "{}" && isMap(text, path)) continue;
    expect([path, text.get(path)]).toEqual([path, now]);
  }
  if (result.conflicts.length === 0 && result.own.length === 0) expect(result.text).toBe(it.live);
  if (result.text !== it.live) expect(result.own).not.toEqual([]);
  expect(yamlErrors(result.text)).toEqual([]);
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Patch = { [key: string]: Json };
const key = fc.constantFrom("a", "b", "c", "d");
const leaf = fc.oneof(
  fc.constantFrom<Json>(null, true, 1, 2, "x", "two\nlines\n", [], {}, [1], [{ name: "n" }]),
  fc.constantFrom<Json>(...TRAPS),
);
const map = (depth: number): fc.Arbitrary<Patch> =>
  fc.dictionary(key, depth === 0 ? leaf : fc.oneof(leaf, { weight: 2, arbitrary: map(depth - 1) }), {
    maxKeys: 4,
  }) as fc.Arbitrary<Patch>;
const text = fc
  .tuple(
    map(2),
    rewriting,
    fc.constantFrom("", "", "# spectrocloud.com/enabled-presets: A:b\n", "# spectrocloud.com/enabled-presets: A:c\n"),
  )
  .map(([value, how, presets]) => `${presets}${rewrite(toYaml(value), how)}`);
/** Texts that have much in common, and nothing in particular. */
const four: fc.Arbitrary<ThreeWays> = fc
  .tuple(text, text, text, fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }))
  .map(([a, b, c, picks]) => {
    const [base, applied, live, wanted] = picks.map((pick) => [a, b, c][pick]!) as [string, string, string, string];
    return { base, applied, live, wanted };
  });

/** Deltas that say other than any text here: known keys at any depth, some new. */
const mine = fc.constantFrom<Json>("mine", "mine\ntoo\n", ["mine"], 4711);
const deltas = (value: Json, depth = 2): fc.Arbitrary<Patch> => {
  const known = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  const entry = fc.constantFrom(...Object.keys(known), "new").chain((at) => {
    const inner = known[at];
    const options: fc.Arbitrary<Json>[] = [mine];
    if (inner !== undefined) options.push(fc.constant(null));
    if (depth > 0) options.push(deltas(inner ?? {}, depth - 1));
    return fc.oneof(...options).map((to): [string, Json] => [at, to]);
  });
  return fc.array(entry, { minLength: 1, maxLength: 3 }).map((entries) => Object.fromEntries(entries));
};
const story = map(2).chain((value) =>
  fc.record({
    base: fc.constant(toYaml(value)),
    before: deltas(value),
    now: deltas(value),
    vendor: fc.oneof(map(2), fc.constant({ other: { brought: 1 } })),
    keeps: fc.boolean(),
    same: fc.boolean(),
  }),
);

/** Deltas without removals of what is not there: inside a new map they would leave the map, without keys. */
function removingWhatIs(patch: Patch, value: Json): Patch {
  const known = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  return Object.fromEntries(
    Object.entries(patch).flatMap(([at, to]): [string, Json][] => {
      if (to === null) return at in known ? [[at, to]] : [];
      if (typeof to !== "object" || Array.isArray(to)) return [[at, to]];
      const inner = removingWhatIs(to, known[at] ?? null);
      return Object.keys(inner).length > 0 ? [[at, inner]] : [];
    }),
  );
}

describe("the laws of merging three ways", () => {
  jest.setTimeout(60_000);

  test("nothing changed by anybody is live to the letter", () => {
    fc.assert(
      fc.property(text, rewriting, (base, how) => {
        const live = rewrite(base, how);
        const result = mergeThreeWays({ base, applied: base, live, wanted: base });
        expect(result).toEqual({ text: live, base: live, conflicts: [], own: [], incoming: [] });
      }),
    );
  });

  test("whatever the four texts are, no delta of the user and nothing that came in is lost without a conflict", () => {
    fc.assert(
      fc.property(four, (it) => {
        expectNothingLost(it, mergeThreeWays(it));
      }),
      { numRuns: 250 },
    );
  });

  test("where live is as we sent it, the outcome means what is wanted, and the base stays", () => {
    fc.assert(
      fc.property(text, text, text, rewriting, (base, applied, wanted, how) => {
        const result = mergeThreeWays({ base, applied, live: rewrite(applied, how), wanted });
        expect(result.conflicts).toEqual([]);
        expect(result.incoming).toEqual([]);
        expect(sameYaml(result.text, wanted)).toBe(true);
        expect(sameYaml(result.base, base)).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  test("overwriting all leaves no conflict, and every delta is as wanted", () => {
    fc.assert(
      fc.property(four, (it) => {
        const result = mergeThreeWays({ ...it, overwrite: [""] });
        expect(result.conflicts).toEqual([]);
        const [base, wanted, out] = [it.base, it.wanted, result.text].map(leavesOf) as [
          Map<string, string>,
          Map<string, string>,
          Map<string, string>,
        ];
        for (const [path, now] of wanted)
          if (now !== "{}" && base.get(path) !== now) expect([path, out.get(path)]).toEqual([path, now]);
      }),
      { numRuns: 120 },
    );
  });

  test("a merge of what was merged changes nothing", () => {
    let merges = 0;
    fc.assert(
      fc.property(story, ({ base, before, now, vendor, keeps, same }) => {
        const upgrade = mergeYaml(base, vendor).text;
        const applied = mergeYaml(base, before).text;
        const live = keeps ? mergeYaml(upgrade, before).text : upgrade;
        const wanted = same ? before : now;
        const it = { base, applied, live, wanted: mergeYaml(base, wanted).text };
        const result = mergeThreeWays(it);
        expectNothingLost(it, result);
        if (result.conflicts.length > 0) return;
        merges++;
        const again = mergeThreeWays({
          base: result.base,
          applied: result.text,
          live: result.text,
          wanted: mergeYaml(result.base, removingWhatIs(wanted, parse(result.base) as Json)).text,
        });
        expect(again).toEqual({ text: result.text, base: result.base, conflicts: [], own: [], incoming: [] });
      }),
      { numRuns: 250 },
    );
    expect(merges).toBeGreaterThan(40);
  });

  test.each(packTexts().filter(([, file]) => readFileSync(file).length < 40_000))(
    "deltas and an upgrade of %s that touch other leaves both survive, and one line is one line",
    (_, file) => {
      const base = readFileSync(file, "utf8");
      const applied = mergeYaml(base, { "of-the-user": { deep: [1, 2] } }).text;
      const upgrade = mergeYaml(base, { "of-palette": "1.2.3" }).text;
      const result = mergeThreeWays({ base, applied, live: upgrade, wanted: applied });
      expect(result).toMatchObject({
        base: upgrade,
        conflicts: [],
        own: ["of-the-user.deep"],
        incoming: ["of-palette"],
      });
      expect(result.text).toBe(mergeYaml(upgrade, { "of-the-user": { deep: [1, 2] } }).text);
    },
  );
});
