import { compareVersions, isTrain, resolveTag, trainsOf } from "./versions";

test("versions are ordered by number, with a release after its pre-releases", () => {
  const versions = ["1.10.0", "1.9.0", "1.10.0-rc.2", "1.10.0-rc.10", "1.10", "22.04", "1.9.0.1"];
  expect(versions.toSorted(compareVersions)).toEqual([
    "1.9.0",
    "1.9.0.1",
    "1.10.0-rc.2",
    "1.10.0-rc.10",
    "1.10.0",
    "1.10",
    "22.04",
  ]);
});

test("a version belongs to the trains of its leading numbers", () => {
  expect(trainsOf("1.30.9")).toEqual(["1.x", "1.30.x"]);
  expect(trainsOf("22.04")).toEqual(["22.x"]);
  expect(trainsOf("7")).toEqual([]);
});

test("a train stands for its newest release, and for a pre-release only when there is nothing else", () => {
  const versions = ["1.30.9", "1.30.10", "1.30.11-rc.1", "1.3.0", "2.0.0-rc.1"];
  expect(resolveTag("1.30.x", versions)).toBe("1.30.10");
  expect(resolveTag("1.x", versions)).toBe("1.30.10");
  expect(resolveTag("1.3.x", versions)).toBe("1.3.0");
  expect(resolveTag("2.x", versions)).toBe("2.0.0-rc.1");
  expect(resolveTag("3.x", versions)).toBeUndefined();
  expect(resolveTag("1.30.9", versions)).toBe("1.30.9");
  expect(resolveTag("1.30", versions)).toBeUndefined();
});

test("a train ends in .x", () => {
  expect(["1.x", "1.30.x", "x", "1.30.9", "1.x.2"].filter(isTrain)).toEqual(["1.x", "1.30.x"]);
});
