import { findings } from "../risk.test-support";
import { forgottenInUse as rule } from "./forgotten-in-use";

test("A profile that is let go of is told with those that use it", () => {
  expect(findings(rule, rule.example)).toEqual([
    { message: "It stays in Palette unmanaged, and 1 cluster (berlin) uses it." },
  ]);
});

test("One that nobody uses, of which nobody knows, or that is destroyed, is not", () => {
  expect(findings(rule, { impact: "forget", reach: { clusters: [], templates: [] } })).toEqual([]);
  expect(findings(rule, { impact: "forget" })).toEqual([]);
  expect(findings(rule, { ...rule.example, impact: "destroy" })).toEqual([]);
});
