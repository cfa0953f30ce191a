import { findings, messages } from "../risk.test-support";
import { crdsDisabled as rule } from "./crds-disabled";

const told = (before: string, after: string) =>
  messages(rule, [{ name: "cert-manager", values: before }], [{ name: "cert-manager", values: after }]);

test("A switch that is turned off is told with its name", () => {
  expect(findings(rule, rule.example)).toEqual([
    {
      layer: "cert-manager",
      path: "charts.cert-manager.installCRDs",
      message: "`cert-manager.installCRDs` is turned off.",
    },
  ]);
  expect(told("crds: {enabled: true}\n", "crds: {enabled: false}\n")).toEqual(["`crds.enabled` is turned off."]);
  expect(told("crds: {keep: true}\n", "crds: {keep: false}\n")).toHaveLength(1);
});

test("One that is turned on, and switches of other things, are not", () => {
  expect(told("installCRDs: false\n", "installCRDs: true\n")).toEqual([]);
  expect(told("metrics: {enabled: true}\n", "metrics: {enabled: false}\n")).toEqual([]);
  expect(messages(rule, [], [{ name: "cert-manager", values: "installCRDs: false\n" }])).toEqual([]);
});
