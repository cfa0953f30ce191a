import { findings } from "../risk.test-support";
import type { RiskExample } from "../risk-rule";
import { inUseVersionEdited as rule } from "./in-use-version-edited";

const { before, after, reach } = rule.example;
const told = (more: Partial<RiskExample>, options = {}) =>
  findings(rule, { before, after, reach: reach!, ...more }, options);

test("An edit under clusters is told with them", () => {
  expect(told({})).toEqual([{ message: "It changes in place under 2 clusters (berlin and kiel)." }]);
});

test("From ten clusters on it is grave, or from as many as are set", () => {
  const clusters = Array.from({ length: 10 }, (_, index) => `c${index}`);
  expect(told({ reach: { clusters, templates: [] } })).toMatchObject([{ severity: "high" }]);
  expect(told({}, { manyClusters: 2 })).toMatchObject([{ severity: "high" }]);
});

test("A new version, a version that nobody uses, and another description are not", () => {
  expect(told({ impact: "new-version" })).toEqual([]);
  expect(told({ reach: { clusters: [], templates: [] } })).toEqual([]);
  expect(told({ after: { ...before, description: "other" } })).toEqual([]);
  expect(findings(rule, { before: before!, after: after! })).toEqual([]);
});
