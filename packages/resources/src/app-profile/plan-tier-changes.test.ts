import fc from "fast-check";
import type { TierState } from "./attributes";
import { planTierChanges, type TierCall } from "./plan-tier-changes";

const tier = (name: string, more: Partial<TierState> = {}): TierState => ({
  name,
  type: "container",
  tag: "1.0.2",
  registryUid: "r",
  sourceAppTier: "p",
  uid: `uid-${name}`,
  values: "a: 1",
  ...more,
});
const wanted = (name: string, more: Partial<TierState> = {}) => tier(name, { uid: undefined, ...more });
const short = (calls: TierCall[] | "whole") =>
  calls === "whole"
    ? calls
    : calls.map((it) => `${it.call} ${it.call === "add" || it.call === "set" ? it.tier.name : it.name}`);
const told = (before: TierState[], after: TierState[]) => short(planTierChanges(before, after));
const [a, b, c] = [tier("a"), tier("b"), tier("c")];

test("what is the same by meaning needs no call", () => {
  expect(
    told([a, b], [wanted("a", { values: "# c\na:   1" }), wanted("b", { registryName: "R", packName: "x" })]),
  ).toEqual([]);
});

test("a changed tier is sent alone, whatever of it changed", () => {
  for (const change of [
    { values: "a: 2" },
    { installOrder: 3 },
    { properties: { x: "1" } },
    { sensitiveProperties: { x: "1" } },
    { manifests: [{ name: "m", content: "kind: A" }] },
  ]) {
    expect(told([a, b, c], [a, wanted("b", change), c])).toEqual(["set b"]);
  }
});

test("a tier of another type, pack, registry or version takes the place of the old one", () => {
  for (const change of [{ type: "helm" }, { tag: "1.0.3" }, { registryUid: "s" }, { sourceAppTier: "q" }]) {
    expect(told([a, b, c], [a, wanted("b", change), c])).toEqual(["replace b"]);
  }
});

test("new tiers at the end are added in order, before changes, and removals come last, from the end", () => {
  expect(told([a, b, c], [wanted("a", { values: "x: 1" }), wanted("d"), wanted("e")])).toEqual([
    "replace b",
    "replace c",
    "set a",
  ]);
  expect(told([a], [a, wanted("d"), wanted("e")])).toEqual(["add d", "add e"]);
  expect(told([a, b, c], [wanted("b", { values: "x: 1" })])).toEqual(["set b", "remove c", "remove a"]);
});

test("a new tier takes the place of one that goes there, and each other one that goes is removed", () => {
  expect(told([a, b, c], [wanted("x"), c])).toEqual(["replace a", "remove b"]);
  expect(told([a, b], [wanted("x"), wanted("y")])).toEqual(["replace a", "replace b"]);
});

test("a move, and a tier in front of one that stays, need the whole", () => {
  expect(told([a, b], [b, a])).toBe("whole");
  expect(told([a, b], [a, wanted("x"), b])).toBe("whole");
  expect(told([a, b, c], [wanted("x"), wanted("y"), c, wanted("a")])).toBe("whole");
});

test("a new name under which others refer to a tier needs the whole, since one of the two would be missing for a moment", () => {
  const uses = (name: string) => ({ values: `x: "{{.spectro.app.$appDeploymentName.${name}.SVC}}"` });
  expect(told([a, tier("b", uses("a"))], [wanted("x"), wanted("b", uses("x"))])).toBe("whole");
});

test("tiers whose uids nobody knows are sent as a whole", () => {
  expect(told([wanted("a")], [wanted("a", { values: "b: 2" })])).toBe("whole");
});

test("the calls come to what is wanted, in its order, and never leave a profile without tiers", () => {
  const tiers = fc
    .uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"), { minLength: 1, maxLength: 5 })
    .chain((names) =>
      fc.tuple(...names.map((name) => fc.constantFrom("1", "2").map((n) => wanted(name, { values: `v: ${n}` })))),
    );
  fc.assert(
    fc.property(tiers, tiers, (before, after) => {
      const held = before.map((it) => tier(it.name, { values: it.values }));
      const calls = planTierChanges(held, after);
      fc.pre(calls !== "whole");
      let now: TierState[] = [...held];
      for (const it of calls as TierCall[]) {
        if (it.call === "add") now.push(it.tier);
        if (it.call === "replace") now = now.map((each) => (each.uid === it.uid ? it.tier : each));
        if (it.call === "set") now = now.map((each) => (each.uid === it.uid ? it.tier : each));
        if (it.call === "remove") now = now.filter((each) => each.uid !== it.uid);
        expect(now.length).toBeGreaterThan(0);
      }
      expect(now.map(({ name, values }) => [name, values])).toEqual(after.map(({ name, values }) => [name, values]));
    }),
  );
});
