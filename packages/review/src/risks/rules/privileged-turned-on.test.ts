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
