import { UNKNOWN } from "../model/unknown";
import { requireVersion } from "./version";

test("no version, no semantic one, and a version of noughts are told", () => {
  const told = [undefined, "1.2.3.4", "0.0.0", "0"].map(
    (version) => requireVersion({ version }, { preReleases: true })[0]?.message,
  );
  expect(told).toEqual([
    "The profile has no version.",
    '"1.2.3.4" is no semantic version.',
    'The version "0.0.0" tells nothing.',
    'The version "0" tells nothing.',
  ]);
});

test("pre-releases are told where they are not allowed; a dash in build metadata makes none", () => {
  expect(requireVersion({ version: "1.0.0-rc.1" }, { preReleases: true })).toEqual([]);
  expect(requireVersion({ version: "1.0.0-rc.1" }, { preReleases: false })).toHaveLength(1);
  expect(requireVersion({ version: "1.0.0+built-here" }, { preReleases: false })).toEqual([]);
  expect(requireVersion({ version: UNKNOWN }, { preReleases: false })).toEqual([]);
});
