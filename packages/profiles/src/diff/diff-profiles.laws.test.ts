import fc from "fast-check";
import type { LayerModel, ProfileModel } from "../model/profile";
import { applyChanges, type Json } from "../testing/apply-changes";
import { toYaml } from "../testing/arbitrary-yaml";
import { sameYaml } from "../yaml/equal";
import { yamlValue } from "../yaml/yaml-value";
import type { ProfileChange } from "./changes";
import { diffProfiles } from "./diff-profiles";

const values = fc.dictionary(
  fc.constantFrom("a", "b", "c"),
  fc.dictionary(fc.constantFrom("p", "q", "r", "s"), fc.constantFrom<Json>(1, 2, "x", true), { minKeys: 1 }),
  { minKeys: 1 },
);
const layer = fc.record({
  name: fc.constantFrom("one", "two", "three", "four", "five"),
  tag: fc.constantFrom("1.0.0", "1.1.0"),
  type: fc.constantFrom("spectro", "helm"),
  values: values.map((value) => toYaml(value)),
});
const profile = fc.uniqueArray(layer, { maxLength: 5, selector: ({ name }) => name }).map(
  (packs): ProfileModel => ({
    name: "p",
    version: "1.0.0",
    packs: packs.map((pack) => ({ ...pack, manifests: [] })),
    variables: [],
  }),
);

/** What changes make of layers. A change does not hold what is added: that layer, and its place, come from `target`. */
function applied(packs: LayerModel[], changes: ProfileChange[], target: LayerModel[]): LayerModel[] {
  const whole = (kind: ProfileChange["kind"]) =>
    changes.filter((change) => change.kind === kind && change.path === "" && change.layer !== undefined);
  const gone = new Set(whole("remove").map((change) => change.layer));
  const moved = new Map(whole("move").map((change) => [change.layer, (change.after as number) - 1]));
  const result: (LayerModel | undefined)[] = new Array<undefined>(target.length).fill(undefined);
  for (const { layer: name } of whole("add")) {
    const at = target.findIndex((each) => each.name === name);
    result[at] = target[at];
  }
  const kept = packs
    .filter(({ name }) => !gone.has(name))
    .map((pack) => {
      const own = changes.filter((change) => change.layer === pack.name);
      const field = (path: string, value: unknown) =>
        (own.find((change) => change.path === path && change.within === undefined)?.after ?? value) as string;
      const leaves = own
        .filter(({ within }) => within === "values")
        .map(({ path, kind, before, after }) => ({ path, kind, before, after }));
      const next = { ...pack, name: (own.find(({ kind }) => kind === "rename")?.after ?? pack.name) as string };
      const value = applyChanges([yamlValue(pack.values!) as Json], leaves as Parameters<typeof applyChanges>[1], [
        {},
      ])[0];
      return {
        from: pack.name,
        pack: { ...next, tag: field("tag", pack.tag), type: field("type", pack.type), values: toYaml(value) },
      };
    });
  for (const { from, pack } of kept) if (moved.has(from)) result[moved.get(from)!] = pack;
  const stays = kept.filter(({ from }) => !moved.has(from));
  return result.map((each) => each ?? stays.shift()!.pack);
}

test("the law of a profile's diff: applied to the one it makes the other, layer by layer", () => {
  fc.assert(
    fc.property(profile, profile, (before, after) => {
      const { changes } = diffProfiles(before, after);
      const result = applied(before.packs as LayerModel[], changes, after.packs as LayerModel[]);
      const rest = ({ name, tag, type }: LayerModel) => ({ name, tag, type });
      expect(result.map(rest)).toEqual((after.packs as LayerModel[]).map(rest));
      for (const [at, { values: text }] of result.entries())
        expect(sameYaml(text!, after.packs![at]!.values!)).toBe(true);
    }),
    { numRuns: 100 },
  );
});
