import { findings, messages } from "../risk.test-support";
import { preRelease } from "./pre-release";

const told = (to: string, from = "1.0.0") =>
  messages(preRelease, [{ name: "web", tag: from }], [{ name: "web", tag: to }]);

test("A tag that becomes a pre-release is told", () => {
  expect(findings(preRelease, preRelease.example)).toEqual([
    { layer: "kyverno", path: "tag", message: "Its version 1.13.0-rc.2 is a pre-release." },
  ]);
  for (const tag of ["2.0.0-alpha1", "2.0.0-beta", "2.0.0.RC1", "2.0.0-SNAPSHOT"]) expect(told(tag)).toHaveLength(1);
});

test("A new layer is told as well, and one that stays is not", () => {
  expect(messages(preRelease, [], [{ name: "web", tag: "2.0.0-rc.1" }])).toHaveLength(1);
  expect(told("2.0.0-rc.1", "2.0.0-rc.1")).toEqual([]);
});

test("Suffixes of releases are not", () => {
  for (const tag of ["1.29.5-rke2r1", "2.0.0-debian-12", "1.30.4+k3s1", "2.0.0-rev2", "3.1.0-prefix", "2.0.0"]) {
    expect(told(tag)).toEqual([]);
  }
});
