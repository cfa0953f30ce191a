import { toyProvider } from "../testing/toy";
import { wireDiagnostic } from "./wire-diagnostic";
import { wirePath } from "./wire-path";

const attributes = toyProvider().resources[0]!.attributes;

test.each([
  [["oldName"], [{ attributeName: "old_name" }]],
  [
    ["parts", 1, "screws", 0, "kind"],
    [
      { attributeName: "part" },
      { elementKeyInt: 1 },
      { attributeName: "screw" },
      { elementKeyInt: 0 },
      { attributeName: "kind" },
    ],
  ],
  [
    ["settings", "maxLevel"],
    [{ attributeName: "settings" }, { attributeName: "max_level" }],
  ],
  [
    ["labels", "a.b"],
    [{ attributeName: "labels" }, { elementKeyString: "a.b" }],
  ],
  [
    ["notes", 2],
    [{ attributeName: "notes" }, { elementKeyInt: 2 }],
  ],
  // Elements of a set have no position, and the inside of a text is not Terraform's.
  [["colours", 2], [{ attributeName: "colours" }]],
  [["text", "a", 0], [{ attributeName: "text" }]],
  [["nothing", "like", "it"], []],
])("%j is told in Terraform's names", (path, steps) => {
  expect(wirePath(attributes, path)).toEqual({ steps });
});

test("a diagnostic without a path concerns the whole resource", () => {
  const told = { severity: "warning", code: "C", summary: "S", detail: "D" } as const;
  expect(wireDiagnostic(attributes, told)).toEqual({ severity: 2, summary: "S", detail: "D" });
  expect(wireDiagnostic(attributes, { ...told, severity: "error", path: ["name"] })).toEqual({
    severity: 1,
    summary: "S",
    detail: "D",
    attribute: { steps: [{ attributeName: "name" }] },
  });
});
