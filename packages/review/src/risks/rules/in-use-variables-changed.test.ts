import { findings } from "../risk.test-support";
import { inUseVariablesChanged as rule } from "./in-use-variables-changed";

const reach = { clusters: ["berlin"], templates: [] };
const [a, b] = [{ name: "a" }, { name: "b" }];

test("Each variable that changes, comes or goes is told once", () => {
  expect(findings(rule, rule.example)).toEqual([
    { variable: "replicas", message: "It changes under 1 cluster (berlin)." },
  ]);
  const after = { variables: [{ name: "a", required: true, hidden: true }, { name: "c" }] };
  const found = findings(rule, { reach, before: { variables: [a, b] }, after });
  expect(found.map(({ variable }) => variable)).toEqual(["b", "a", "c"]);
});

test("Another order, a version that nobody uses, and a new version are not", () => {
  expect(findings(rule, { reach, before: { variables: [a, b] }, after: { variables: [b, a] } })).toEqual([]);
  const change = { before: { variables: [a] }, after: { variables: [] } };
  expect(findings(rule, change)).toEqual([]);
  expect(findings(rule, { ...change, reach, impact: "new-version" })).toEqual([]);
});
