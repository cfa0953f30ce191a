import { readFileSync } from "node:fs";
import fc from "fast-check";
import { isCollection, parse, parseDocument } from "yaml";
import { rewrite, rewriting, scalarLeaves, TRAPS, toYaml, withLeaf, yamlValue } from "../testing/arbitrary-yaml";
import { packTexts, runsOn } from "../testing/packs";
import { diffYaml } from "./diff";
import { sameYaml } from "./equal";
import { yamlErrors } from "./errors";
import { keyPath } from "./path";
import { plainKind } from "./scalar";

const TEXTS = packTexts().map(([name, path]) => [name, readFileSync(path, "utf8")] as [string, string]);

describe("the laws of equality and diff", () => {
  test.each(TEXTS)("a rewriting of %s that keeps its meaning is equal and has no changes", (_, text) => {
    fc.assert(
      fc.property(rewriting, (how) => {
        const other = rewrite(text, how);
        expect(yamlErrors(other)).toEqual([]);
        expect(diffYaml(text, other).changes).toEqual([]);
        expect(sameYaml(text, other)).toBe(true);
      }),
      { numRuns: runsOn(text, 2) },
    );
  });

  test.each(TEXTS)("another value at one leaf of %s is exactly one change, of that leaf", (_, text) => {
    const base = rewrite(text, { indent: 2, quote: "QUOTE_DOUBLE", flow: false, comments: false, seed: 1 });
    const leaves = scalarLeaves(base);
    fc.assert(
      fc.property(fc.constantFrom(...leaves), rewriting, (path, how) => {
        const changed = rewrite(withLeaf(base, path, "a value of the test"), how);
        expect(sameYaml(base, changed)).toBe(false);
        const { changes } = diffYaml(base, changed);
        expect(changes).toHaveLength(1);
        expect(changes[0]).toMatchObject({ kind: "change", after: "a value of the test" });
        if (path.every((part) => typeof part === "string")) {
          expect(changes[0]!.path).toBe(path.reduce((at: string, part) => keyPath(at, String(part)), ""));
        }
      }),
      { numRuns: runsOn(text, 2) },
    );
  });

  test("random values: there are changes exactly when the texts are not the same", () => {
    fc.assert(
      fc.property(yamlValue, yamlValue, rewriting, (a, b, how) => {
        const [left, right] = [toYaml(a), rewrite(toYaml(b), how)];
        expect(diffYaml(left, right).changes.length === 0).toBe(sameYaml(left, right));
      }),
      { numRuns: 200 },
    );
  });

  test("texts that are the same parse alike under YAML 1.1 and 1.2, whatever scalars they hold", () => {
    const text = fc.dictionary(fc.constantFrom("a", "b", "on", "1"), fc.constantFrom(...TRAPS), { maxKeys: 3 });
    const written = fc.tuple(text, fc.constantFrom("", "'", '"')).map(([map, quote]) =>
      Object.entries(map)
        .map(([key, value]) => `${key}: ${quote}${value}${quote}\n`)
        .join(""),
    );
    fc.assert(
      fc.property(written, written, (a, b) => {
        if (!sameYaml(a, b)) return;
        for (const version of ["1.1", "1.2"] as const) {
          const options = { version, intAsBigInt: true, logLevel: "error" } as const;
          expect(parse(a, options)).toEqual(parse(b, options));
        }
      }),
      { numRuns: 1200 },
    );
  });

  test("no unquoted scalar counts as text that YAML 1.1 or 1.2 takes for something else", () => {
    const scalar = fc.oneof(fc.constantFrom(...TRAPS), fc.stringMatching(/^[-+.0-9xobeE_:aAfFTZ]{1,12}$/));
    fc.assert(
      fc.property(scalar, (source) => {
        if (plainKind(source) !== "string") return;
        for (const version of ["1.1", "1.2"] as const) {
          const document = parseDocument(`a: ${source}`, { version, logLevel: "error" });
          const value: unknown = document.errors.length > 0 ? source : document.get("a");
          expect(typeof value === "string" || isCollection(value)).toBe(true);
        }
      }),
      { numRuns: 1200 },
    );
  });
});
