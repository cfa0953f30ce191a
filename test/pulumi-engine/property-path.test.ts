import { secret } from "./properties";
import { contains, parsePath, putBack, valueAt } from "./property-path";

test.each([
  ["packs[0].values", ["packs", 0, "values"]],
  ["a", ["a"]],
  ['labels["app.io/name"].x', ["labels", "app.io/name", "x"]],
  ['["say \\"hi\\""]', ['say "hi"']],
  ["packs[*].tag", ["packs", "*", "tag"]],
  ["*", ["*"]],
])("%s is read", (text, path) => {
  expect(parsePath(text)).toEqual(path);
});

test.each(["a[", "a[x]", 'a["b]'])("%s is no path, and the place is told", (text) => {
  expect(() => parsePath(text)).toThrow(/is no property path: see character \d+/);
});

test("what stands at a path is found through secrets, and is one then", () => {
  const properties = { packs: secret([{ tag: "1" }]), plain: { a: [2] } };
  expect(valueAt(properties, parsePath("packs[0].tag"))).toEqual(secret("1"));
  expect(valueAt(properties, parsePath("plain.a[0]"))).toBe(2);
  expect(valueAt(properties, parsePath("plain.b[0].c"))).toBeUndefined();
});

test("a path contains itself and what is inside of it", () => {
  expect(contains(parsePath("packs[*]"), parsePath("packs[3].tag"))).toBe(true);
  expect(contains(parsePath("packs[0].tag"), parsePath("packs"))).toBe(false);
  expect(contains(parsePath("packs[0]"), parsePath("packs[1]"))).toBe(false);
});

test.each([
  ["a", { a: 1 }, { a: 2, b: 3 }, { a: 1, b: 3 }],
  ["a", {}, { a: 2 }, {}],
  ["a", { a: 1 }, {}, { a: 1 }],
  [
    "list[*].x",
    { list: [{ x: 1 }, { x: 2 }] },
    { list: [{ x: 8, y: 1 }, { x: 9 }] },
    { list: [{ x: 1, y: 1 }, { x: 2 }] },
  ],
  ["list[1].x", { list: [{ x: 1 }] }, { list: [{ x: 8 }, { x: 9 }] }, { list: [{ x: 8 }, { x: 9 }] }],
  ["deep.a", { deep: secret({ a: 1 }) }, { deep: secret({ a: 2, b: 1 }) }, { deep: secret({ a: 1, b: 1 }) }],
  ["gone.a", { gone: { a: 1 } }, {}, {}],
])("%s is put back from %j into %j", (path, olds, news, expected) => {
  expect(putBack(olds, news, parsePath(path))).toEqual(expected);
});
