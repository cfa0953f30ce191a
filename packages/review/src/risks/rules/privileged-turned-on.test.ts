import { findings, messages } from "../risk.test-support";
import { privilegedTurnedOn } from "./privileged-turned-on";

const layer = (spec: string) => ({
  name: "agent",
  type: "manifest",
  manifests: [{ name: "agent", content: `kind: Pod\nspec: ${spec}\n` }],
});

test("What is turned on is told with its manifest and leaf", () => {
  expect(findings(privilegedTurnedOn, privilegedTurnedOn.example)).toEqual([
    {
      layer: "agent",
      manifest: "agent",
      path: "spec.hostNetwork",
      message: "`hostNetwork` gives the node to a container.",
    },
  ]);
});

test("It is told of a new layer too, and not where it was on before or is turned off", () => {
  expect(messages(privilegedTurnedOn, [], [layer("{hostPID: true}")])).toHaveLength(1);
  expect(messages(privilegedTurnedOn, [layer("{hostPID: true}")], [layer("{hostPID: true, a: 1}")])).toEqual([]);
  expect(messages(privilegedTurnedOn, [layer("{hostPID: true}")], [layer("{hostPID: false}")])).toEqual([]);
});

test("Values count as manifests do, and being root is told where a change makes it so", () => {
  const values = (text: string) => ({ name: "agent", values: `a: 1\n${text}` });
  expect(messages(privilegedTurnedOn, [values("")], [values("agent: {privileged: true}\n")])).toHaveLength(1);
  const root = { packs: [values("runAsUser: 0\n")] };
  expect(findings(privilegedTurnedOn, { before: { packs: [values("runAsUser: 1000\n")] }, after: root })).toEqual([
    { layer: "agent", path: "runAsUser", severity: "medium", message: "`runAsUser: 0` lets a container be root." },
  ]);
  expect(findings(privilegedTurnedOn, { after: root })).toEqual([]);
});

test("The gravest of a layer is told, and what new values turn off is not", () => {
  const content = "kind: Pod\nspec: {hostPID: true, hostIPC: true, x: {runAsUser: 0}}\n";
  const [before, after] = [layer("{}"), { ...layer("{}"), manifests: [{ name: "agent", content }] }];
  expect(messages(privilegedTurnedOn, [before], [after])).toEqual([
    "`hostPID` gives the node to a container. So in 1 more place of the layer.",
  ]);
  const off = { name: "agent", values: "agent: {enabled: false, hostNetwork: true}\n" };
  expect(messages(privilegedTurnedOn, [], [off])).toEqual([]);
});
