import { findings } from "../risk.test-support";
import { templateLinkedVersion as rule } from "./template-linked-version";

test("An edit of a version that templates link is told with them", () => {
  expect(findings(rule, rule.example)).toEqual([
    { message: "It changes in place, and 1 cluster template (stores) links it." },
  ]);
  const templates = ["stores", "depots"];
  expect(findings(rule, { ...rule.example, reach: { clusters: [], templates } })).toEqual([
    { message: "It changes in place, and 2 cluster templates (stores and depots) link it." },
  ]);
});

test("A new version, and a version that only clusters use, are not", () => {
  expect(findings(rule, { ...rule.example, impact: "new-version" })).toEqual([]);
  expect(findings(rule, { ...rule.example, reach: { clusters: ["berlin"], templates: [] } })).toEqual([]);
});
