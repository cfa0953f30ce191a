import fc from "fast-check";
import { surplusVersions } from "./retain";

const lineage = (...versions: string[]) => Object.fromEntries(versions.map((version) => [version, `uid-${version}`]));
const surplus = (versions: string[], current: string, keep: number) =>
  surplusVersions(lineage(...versions), current, keep).map(({ version }) => version);

test("the newest versions stay, by semver and not by their letters; the oldest goes first", () => {
  expect(surplus(["1.0.0", "1.2.0", "1.10.0", "1.9.0"], "1.10.0", 2)).toEqual(["1.0.0", "1.2.0"]);
});

test("the current version stays, whatever its place", () => {
  expect(surplus(["1.0.0", "1.1.0"], "1.1.0", 1)).toEqual(["1.0.0"]);
  expect(surplus(["1.0.0"], "1.0.0", 1)).toEqual([]);
});

test("after a fix of an old line the newer lines stay", () => {
  expect(surplus(["1.0.0", "1.0.1", "2.0.0"], "1.0.1", 1)).toEqual(["1.0.0"]);
  expect(surplus(["1.0.0", "1.0.1", "2.0.0"], "1.0.1", 2)).toEqual(["1.0.0"]);
});

test("a release candidate is older than its release", () => {
  expect(surplus(["2.0.0-rc.1", "2.0.0"], "2.0.0", 1)).toEqual(["2.0.0-rc.1"]);
});

test("never the current one, never one of the newest, and never fewer than are to be kept", () => {
  const versions = fc.uniqueArray(
    fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)).map((numbers) => numbers.join(".")),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(versions, fc.nat(), fc.integer({ min: 1, max: 14 }), (list, nth, keep) => {
      const current = list[nth % list.length]!;
      const gone = surplus(list, current, keep);
      expect(gone).not.toContain(current);
      expect(list.length - gone.length).toBeGreaterThanOrEqual(Math.min(keep, list.length));
    }),
  );
});
