import { minorsBetween, releaseOf } from "./release";

test.each([
  ["1.30.4", { major: 1, minor: 30 }],
  ["v1.30.4+k3s1", { major: 1, minor: 30 }],
  ["1.30.x", { major: 1, minor: 30 }],
  ["1.30", { major: 1, minor: 30 }],
  ["1.x", undefined],
  ["latest", undefined],
  [undefined, undefined],
])("The release of %p is %p", (tag, release) => {
  expect(releaseOf(tag)).toEqual(release);
});

test("Minor releases are counted within one major release", () => {
  expect(minorsBetween({ major: 1, minor: 28 }, { major: 1, minor: 30 })).toBe(2);
  expect(minorsBetween({ major: 1, minor: 30 }, { major: 1, minor: 28 })).toBe(-2);
  expect(minorsBetween({ major: 1, minor: 30 }, { major: 2, minor: 0 })).toBeUndefined();
});
