import { forbidPrivileged } from "./privileged";

const content =
  "kind: DaemonSet\nspec:\n  template:\n    spec:\n      hostNetwork: true\n      hostPID: false\n      containers:\n        - {name: a, securityContext: {privileged: true}}\n";
const profile = { packs: [{ name: "agents", manifests: [{ name: "node-agent", content }] }] };

test("what gives a container the node is told at its place", () => {
  expect(forbidPrivileged(profile, { allow: [] })).toMatchObject([
    { path: "packs[0].manifests[0].content", within: "spec.template.spec.hostNetwork" },
    {
      within: "spec.template.spec.containers[name=a].securityContext.privileged",
      fix: 'Take it out, or allow "node-agent" if it has to.',
    },
  ]);
});

test("a layer or a manifest that is allowed by name may, and values are the pack's business", () => {
  expect(forbidPrivileged(profile, { allow: ["agents"] })).toEqual([]);
  expect(forbidPrivileged(profile, { allow: ["node-agent"] })).toEqual([]);
  expect(forbidPrivileged({ packs: [{ name: "cni", values: "hostNetwork: true" }] }, { allow: [] })).toEqual([]);
});
