import { UNKNOWN } from "../model/unknown";
import { pinTags } from "./pinned-tags";

test("trains and latest are told at their layer or tier", () => {
  const packs = [{ name: "kubernetes", tag: "1.30.x" }, { name: "argo-cd", tag: "7.8.2" }, { tag: "latest" }];
  expect(pinTags({ packs }).map(({ path, message }) => [path, message])).toEqual([
    ["packs[0].tag", 'The tag "1.30.x" of "kubernetes" moves by itself.'],
    ["packs[2].tag", 'The tag "latest" of packs[2] moves by itself.'],
  ]);
  expect(pinTags({ tiers: [{ name: "db", tag: "1.x" }] })).toMatchObject([{ path: "tiers[0].tag" }]);
});

test("what is not known yet is left to the update", () => {
  expect(pinTags({ packs: UNKNOWN })).toEqual([]);
  expect(pinTags({ packs: [UNKNOWN, { name: "a", tag: UNKNOWN }] })).toEqual([]);
});
