import { leavesOf } from "@palette-profiles/profiles";
import { nodeAccess } from "./node-access";

const told = (text: string) =>
  leavesOf(text).flatMap((leaf) => {
    const access = nodeAccess(leaf);
    return access === undefined ? [] : [`${access.severity}: ${access.message}`];
  });

test.each([
  ["securityContext: {privileged: true}", "high: `privileged` gives the node to a container."],
  ["hostPID: true", "high: `hostPID` gives the node to a container."],
  ["capabilities: {add: [NET_ADMIN, SYS_ADMIN]}", "high: The capability SYS_ADMIN gives the node to a container."],
  ["capabilities: {agent: [CAP_SYS_ADMIN]}", "high: The capability CAP_SYS_ADMIN gives the node to a container."],
  ["volumes: [{name: a, hostPath: {path: /}}]", "high: The host path / gives the node to a container."],
  ["hostPath: /var/run/docker.sock", "high: The host path /var/run/docker.sock gives the node to a container."],
  [
    "hostPath: {path: /run/containerd/containerd.sock}",
    "high: The host path /run/containerd/containerd.sock gives the node to a container.",
  ],
  ["hostPath: {path: /run/}", "high: The host path /run/ gives the node to a container."],
  ["allowPrivilegeEscalation: true", "medium: `allowPrivilegeEscalation` lets a container be root."],
  ["runAsUser: 0", "medium: `runAsUser: 0` lets a container be root."],
  ["runAsNonRoot: false", "medium: `runAsNonRoot: false` lets a container be root."],
])("%s is told", (text, message) => {
  expect(told(text)).toEqual([message]);
});

test.each([
  "privileged: false",
  'privileged: "true"',
  "capabilities: {drop: [ALL]}",
  "verbs: [ALL]",
  "hostPath: {path: /var/lib/kubelet}",
  "mountPath: /",
  "hostPath: {path: /var/log, type: Directory}",
  "runAsUser: 1000",
])("%s is not", (text) => {
  expect(told(text)).toEqual([]);
});
