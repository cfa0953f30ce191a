import { findings, messages } from "../risk.test-support";
import { serviceTypeChanged as rule } from "./service-type-changed";

const told = (before: string, after: string) =>
  messages(rule, [{ name: "web", values: before }], [{ name: "web", values: after }]);

test("A load balancer that goes or comes is told", () => {
  expect(findings(rule, rule.example)).toEqual([
    {
      layer: "argo-cd",
      path: "server.service.type",
      message: "It goes from LoadBalancer to ClusterIP, and its load balancer goes.",
    },
  ]);
  expect(told("service: {type: NodePort}\n", "service: {type: LoadBalancer}\n")).toEqual([
    "It goes from NodePort to LoadBalancer, and gets a load balancer.",
  ]);
});

test("A service of a manifest is told with its name", () => {
  const service = (type: string) => ({
    name: "web",
    type: "manifest",
    manifests: [
      {
        name: "m",
        content: `kind: Namespace\nmetadata: {name: a}\n---\nkind: Service\nmetadata: {name: web}\nspec: {type: ${type}}\n`,
      },
    ],
  });
  const change = { before: { packs: [service("ClusterIP")] }, after: { packs: [service("NodePort")] } };
  expect(findings(rule, change)).toEqual([
    { layer: "web", manifest: "m", path: "Service web > spec.type", message: "It goes from ClusterIP to NodePort." },
  ]);
});

test("Other types, references, and services that come are not", () => {
  expect(told("strategy: {type: ClusterIP}\n", "strategy: {type: NodePort}\n")).toEqual([]);
  expect(told("service: {type: ClusterIP}\n", 'service: {type: "{{.spectro.var.type}}"}\n')).toEqual([]);
  expect(told("a: 1\n", "a: 1\nservice: {type: NodePort}\n")).toEqual([]);
});
