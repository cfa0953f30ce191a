import { findSingleReplicas } from "./single-replicas";

test("one replica is told in values, overrides and manifests", () => {
  const packs = [
    { values: "charts: {web: {replicaCount: 1}}" },
    { overrides: { server: { replicas: 1 } } },
    { manifests: [{ content: "spec: {replicas: 1}" }] },
  ];
  expect(findSingleReplicas({ packs }).map(({ path, within }) => [path, within])).toEqual([
    ["packs[0].values", "charts.web.replicaCount"],
    ["packs[1].overrides", "server.replicas"],
    ["packs[2].manifests[0].content", "spec.replicas"],
  ]);
});

test("several, none at all, and a variable are fine", () => {
  const values = 'a: {replicas: 3}\nb: {replicas: 0}\nc: {replicas: "{{.spectro.var.n}}"}\n';
  expect(findSingleReplicas({ packs: [{ values }] })).toEqual([]);
});
