import { isProfileVersion, sameVersion, versionCompare } from "./version";

describe("versions", () => {
  test.each(["1", "1.2", "1.2.3", "0.0.0", "1.2.3-rc.1", "1.2.3+build.5", "1.2.3-rc.1+build", "v1.2.3", "v1.2.3-rc.1"])(
    "takes %s",
    (version) => {
      expect(isProfileVersion(version)).toBe(true);
    },
  );

  test.each([
    "",
    "v1.2",
    "V1.2.3",
    "vv1.2.3",
    "b0.0.1",
    "2.2.2.develop",
    "1.2.3.4",
    "1.2-rc",
    "01.2.3",
    "1.2.3-",
    "1.2.3-01",
    " 1.2.3",
    "1.x",
    "latest",
  ])("refuses %p", (version) => {
    expect(isProfileVersion(version)).toBe(false);
  });

  test("knows versions by meaning", () => {
    expect(sameVersion("1.2", "1.2.0")).toBe(true);
    expect(sameVersion("v1.2.0", "1.2")).toBe(true);
    expect(sameVersion("1.2", "1.20")).toBe(false);
    expect(sameVersion("1.2.0-rc.1", "1.2.0")).toBe(false);
    expect(sameVersion("1.29.5+k3s1", "1.29.5+k3s2")).toBe(false);
    expect(sameVersion("1.30.x", "1.30.x")).toBe(true);
    expect(sameVersion("1.30.x", "1.30.0")).toBe(false);
  });

  test("orders versions as semver does, and trains after them", () => {
    const ordered = [
      "1.0.0-alpha",
      "1.0.0-alpha.1",
      "1.0.0-beta.2",
      "1.0.0-beta.11",
      "1.0.0-rc.1",
      "1.0.0",
      "1.2",
      "1.10.0",
      "2",
      "1.x",
    ];
    expect([...ordered].reverse().sort(versionCompare)).toEqual(ordered);
    expect(versionCompare("99999999999999999999.0.0", "99999999999999999998.0.0")).toBe(1);
  });
});
