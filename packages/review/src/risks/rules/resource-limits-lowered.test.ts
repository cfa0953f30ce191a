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

test("Limits that are taken away are told with what they were, alone or with all resources", () => {
  expect(told("limits: {cpu: 1, memory: 1Gi}", "limits: {cpu: 1}")).toEqual(["Limits are taken away: memory 1Gi."]);
  expect(told("limits: {cpu: 1, memory: 1Gi}, requests: {cpu: 1}", "requests: {cpu: 1}")).toEqual([
    "Limits are taken away: cpu 1, memory 1Gi.",
  ]);
  expect(told('limits: {cpu: "{{.spectro.var.cpu}}"}', "")).toEqual(["Limits are taken away: cpu."]);
});

test("Requests alone, a container that goes, and what overrides leave to the pack are not", () => {
  expect(told("requests: {cpu: 1}", "")).toEqual([]);
  const server = (field: "values" | "overrides", text: string) => [{ name: "web", [field]: text }];
  const limits = "a: 1\nserver: {image: {tag: 1.0.0}, resources: {limits: {cpu: 1}}}\n";
  expect(messages(resourceLimitsLowered, server("values", limits), server("values", "a: 1\n"))).toEqual([]);
  const rest = "a: 1\nserver: {image: {tag: 1.0.0}}\n";
  expect(messages(resourceLimitsLowered, server("overrides", limits), server("overrides", rest))).toEqual([]);
  expect(messages(resourceLimitsLowered, server("values", limits), server("values", rest))).toHaveLength(1);
});
