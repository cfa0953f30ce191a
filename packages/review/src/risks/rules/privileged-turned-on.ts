import { foldPlaces } from "../fold-places";
import { nodeAccess } from "../node-access";
import type { RiskFinding, RiskRule } from "../risk-rule";
import { writtenLeaves } from "../written-leaves";

const SETTINGS = /privileged|host(?:Network|PID|IPC|Path)|capabilities/;

/** A container gets the node. */
export const privilegedTurnedOn: RiskRule = {
  id: "privileged-turned-on",
  title: "A container gets its node",
  severity: "high",
  about:
    "A change or a new layer turns on `privileged`, `hostNetwork`, `hostPID` or `hostIPC`, adds the capability `SYS_ADMIN` or `ALL`, or mounts the root of the node or the socket of its container runtime, in values or manifests. A change that lets a container be root (`allowPrivilegeEscalation`, `runAsUser: 0`, `runAsNonRoot: false`) is `medium`. Parts of new values that `enabled: false` turns off do not count. One finding a layer.",
  why: "Whoever gets into such a container has the node, and with it what else runs there.",
  fix: "Take it out, or let those who keep the cluster agree to it.",
  sources: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
  example: {
    before: {
      packs: [{ name: "agent", type: "manifest", manifests: [{ name: "agent", content: "kind: Pod\nspec: {}\n" }] }],
    },
    after: {
      packs: [
        {
          name: "agent",
          type: "manifest",
          manifests: [{ name: "agent", content: "kind: Pod\nspec:\n  hostNetwork: true\n" }],
        },
      ],
    },
  },
  find: (profile) => {
    const found = writtenLeaves(profile, (text) => SETTINGS.test(text)).flatMap(
      ({ place, leaf, isNew, isOff }): RiskFinding[] => {
        const access = nodeAccess(leaf);
        if (access === undefined || isOff || (isNew && access.severity !== "high")) return [];
        const { severity, message } = access;
        return [{ ...place, ...(severity === "high" ? {} : { severity }), message }];
      },
    );
    const grave = found.filter(({ severity }) => severity === undefined);
    const layers = new Set(grave.map(({ layer }) => layer));
    return foldPlaces([...grave, ...found.filter(({ severity, layer }) => severity && !layers.has(layer))]);
  },
};
