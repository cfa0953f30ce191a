import { findings, messages } from "../risk.test-support";
import { resourceLimitsLowered } from "./resource-limits-lowered";

const told = (before: string, after: string) =>
  messages(
    resourceLimitsLowered,
    [{ name: "web", values: `resources: {${before}}\n` }],
    [{ name: "web", values: `resources: {${after}}\n` }],
  );

test("A lowered limit of memory is told with both quantities, graver than others", () => {
  expect(findings(resourceLimitsLowered, resourceLimitsLowered.example)).toEqual([
    {
      layer: "prometheus",
      path: "server.resources.limits.memory",
      message: "It goes from 4Gi to 512Mi.",
      severity: "medium",
    },
  ]);
  expect(told("requests: {cpu: 1}", "requests: {cpu: 500m}")).toEqual(["It goes from 1 to 500m."]);
  expect(told("limits: {ephemeral-storage: 1G}", "limits: {ephemeral-storage: 1M}")).toEqual([
    "It goes from 1G to 1M.",
  ]);
});

test("A raised one, the same in other words, and what cannot be compared are not", () => {
  expect(told("limits: {memory: 1Gi}", "limits: {memory: 2Gi}")).toEqual([]);
  expect(told("limits: {cpu: 1}", "limits: {cpu: 1000m}")).toEqual([]);
  expect(told("limits: {cpu: 1}", 'limits: {cpu: "{{.spectro.var.cpu}}"}')).toEqual([]);
});
