import { placedYaml } from "./placed-yaml";

test("Values of YAML and of JSON have places", () => {
  const yaml = placedYaml("rules:\n  some-rule: high\nignore:\n  - rule: other\n");
  expect(yaml.value).toEqual({ rules: { "some-rule": "high" }, ignore: [{ rule: "other" }] });
  expect(yaml.placeOf(["rules", "some-rule"])).toEqual({ line: 2, column: 14 });
  expect(yaml.placeOf(["ignore", 0])).toEqual({ line: 4, column: 5 });
  expect(placedYaml('{\n  "a": [1, true]\n}').placeOf(["a", 1])).toEqual({ line: 2, column: 12 });
});

test("What is not there has the place of what it would be in", () => {
  expect(placedYaml("a:\n  b: 1\n").placeOf(["a", "c", "d"])).toEqual({ line: 2, column: 3 });
  expect(placedYaml("").placeOf(["a"])).toEqual({ line: 1, column: 1 });
});

test("What does not parse is told with its place, and has no value", () => {
  const { value, errors } = placedYaml("a: 1\na: 2\n");
  expect(value).toBeUndefined();
  expect(errors).toEqual([{ line: 2, column: 1, message: "Map keys must be unique" }]);
});

test("A date and the word off stay what is written", () => {
  expect(placedYaml("day: 2026-12-31\nrule: off\n").value).toEqual({ day: "2026-12-31", rule: "off" });
});
