import fc from "fast-check";
import { documentPath, indexPath, keyPath, markPath, type PathStep, pathSteps } from "./path";

function write(steps: PathStep[]): string {
  return steps.reduce((path, step) => {
    if ("document" in step) return documentPath(step.document);
    if ("index" in step) return indexPath(path, step.index);
    return "field" in step ? markPath(path, step.field, step.mark) : keyPath(path, step.key);
  }, "");
}

describe("paths", () => {
  test("are written for people", () => {
    expect(write([{ key: "env" }, { field: "name", mark: "FOO" }, { key: "value" }])).toBe("env[name=FOO].value");
    expect(write([{ key: "metadata" }, { key: "a.b/c" }, { index: 2 }])).toBe('metadata["a.b/c"][2]');
    expect(write([{ document: "Deployment default/web" }, { key: "spec" }, { key: "replicas" }])).toBe(
      "Deployment default/web > spec.replicas",
    );
  });

  test("can be read back into the steps they were written from", () => {
    const step: fc.Arbitrary<PathStep> = fc.oneof(
      fc.record({ key: fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constant("a > b")) }),
      fc.record({ index: fc.nat() }),
      fc.record({ field: fc.constantFrom("name", "id", "key"), mark: fc.string() }),
    );
    const document = fc.record({ document: fc.constantFrom("Deployment default/web", "document 2") });
    const steps = fc
      .tuple(fc.option(document, { nil: undefined }), fc.array(step))
      .map(([first, rest]) => [...(first ? [first] : []), ...rest]);
    fc.assert(
      fc.property(steps, (list) => {
        expect(pathSteps(write(list))).toEqual(list);
      }),
      { numRuns: 500 },
    );
  });

  test("follows a path into a text, behind a document or not", () => {
    expect(pathSteps('ConfigMap a/b > data["x > y.yaml"] > Service c > spec.port')).toEqual([
      { document: "ConfigMap a/b" },
      { key: "data" },
      { key: "x > y.yaml" },
      { document: "Service c" },
      { key: "spec" },
      { key: "port" },
    ]);
    expect(pathSteps("password > a")).toEqual([{ key: "password" }, { key: "a" }]);
  });
});
