import { contextOf } from "./example";
import { changesInPlace, namesText } from "./in-place";

const before = { packs: [{ name: "web", tag: "1.0.0" }], tags: ["a"], description: "d" };

test("What clusters are made of counts, and what is said about the profile does not", () => {
  const after = { packs: [{ name: "web", tag: "2.0.0" }], tags: ["b"], description: "e" };
  expect(changesInPlace(contextOf({ before, after })).map(({ path }) => path)).toEqual(["tag"]);
});

test("A new version and a replacement leave the old one as it is", () => {
  const after = { packs: [] };
  for (const impact of ["new-version", "replace", "destroy"] as const) {
    expect(changesInPlace(contextOf({ impact, before, after }))).toEqual([]);
  }
});

test("Names are counted, and three of them told", () => {
  expect(namesText(["a"], "cluster")).toBe("1 cluster (a)");
  expect(namesText(["a", "b"], "cluster")).toBe("2 clusters (a and b)");
  expect(namesText(["a", "b", "c", "d", "e"], "cluster")).toBe("5 clusters (a, b, c and 2 more)");
});
