import { findings, messages } from "../risk.test-support";
import { replicasToOne } from "./replicas-to-one";

const told = (before: string, after: string) =>
  messages(replicasToOne, [{ name: "web", values: before }], [{ name: "web", values: after }]);

test("Several that become one are told with both numbers", () => {
  expect(findings(replicasToOne, replicasToOne.example)).toEqual([
    { layer: "argo-cd", path: "server.replicas", message: "It goes from 3 to 1." },
  ]);
  expect(told("replicaCount: 2\n", "replicaCount: 0\n")).toEqual(["It goes from 2 to 0."]);
  expect(told("hpa: {minReplicas: 2}\n", "hpa: {minReplicas: 1}\n")).toEqual(["It goes from 2 to 1."]);
});

test("Fewer that are still several, one that was one before, and other keys are not", () => {
  expect(told("replicas: 5\n", "replicas: 2\n")).toEqual([]);
  expect(told("replicas: 1\n", "replicas: 0\n")).toEqual([]);
  expect(told("maxReplicas: 5\n", "maxReplicas: 1\n")).toEqual([]);
  expect(told("replicas: 3\n", 'replicas: "{{.spectro.var.n}}"\n')).toEqual([]);
});
