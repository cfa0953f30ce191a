import { secret } from "./properties";
import { propertyDiff } from "./property-diff";

test("names the deepest property that differs", () => {
  const before = { name: "p", packs: [{ name: "a", tag: "1" }, { name: "b" }], __provider: "x" };
  const after = { name: "p", packs: [{ name: "a", tag: "2" }], description: "d", __provider: "y" };
  expect(propertyDiff(before, after)).toEqual([
    { path: "packs[0].tag", kind: "update", before: "1", after: "2" },
    { path: "packs[1]", kind: "delete", before: { name: "b" } },
    { path: "description", kind: "add", after: "d" },
  ]);
});

test("shows of a secret only that it differs", () => {
  expect(propertyDiff({ a: secret("x") }, { a: secret("y") })).toEqual([
    { path: "a", kind: "update", before: "[secret]", after: "[secret]" },
  ]);
  expect(propertyDiff({ a: secret("x") }, { a: "x" })).toEqual([]);
});
