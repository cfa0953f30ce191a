import { findings } from "../risk.test-support";
import { variableRemovedWhileReferenced } from "./variable-removed-while-referenced";

const rule = variableRemovedWhileReferenced;
const variables = [{ name: "replicas" }];
const packs = [{ name: "shop", overrides: 'replicas: "{{ .spectro.var.replicas }}"\n' }];

test("A variable that goes while a layer refers to it is told with the layer", () => {
  expect(findings(rule, rule.example)).toEqual([
    { variable: "replicas", message: 'It is removed, and "shop" refers to it.' },
  ]);
  const manifests = [{ name: "m", content: "a: {{.spectro.var.replicas}}\n" }];
  const after = { packs: [{ name: "web", type: "manifest", manifests }], variables: [] };
  expect(findings(rule, { before: { ...after, variables }, after })).toHaveLength(1);
});

test("A renamed one is told by its old name, with all that refer to it", () => {
  const both = [...packs, { name: "web", values: "n: '{{.spectro.var.replicas}}'\n" }];
  const variable = { displayName: "Replicas", defaultValue: "3" };
  const side = (name: string) => ({ packs: both, variables: [{ name, ...variable }] });
  expect(findings(rule, { before: side("replicas"), after: side("count") })).toEqual([
    { variable: "replicas", message: 'It is renamed, and "shop", "web" refer to it.' },
  ]);
});

test("One that nothing refers to, or that goes with its references or its profile, is not", () => {
  const plain = [{ name: "shop", overrides: 'replicas: "{{.spectro.var.replicas2}}"\n' }];
  expect(findings(rule, { before: { packs: plain, variables }, after: { packs: plain, variables: [] } })).toEqual([]);
  expect(findings(rule, { before: { packs, variables }, after: { packs: [{ name: "shop" }], variables: [] } })).toEqual(
    [],
  );
  expect(findings(rule, { impact: "destroy", before: { packs, variables } })).toEqual([]);
});
