import { forbidPrivileged } from "@palette-profiles/profiles";
import type { RiskRule } from "../risk-rule";
import { firstOfEachLayer, morePlaces, turnedOn } from "../turned-on";

/** A container gets the node. */
export const privilegedTurnedOn: RiskRule = {
  id: "privileged-turned-on",
  title: "A container gets its node",
  severity: "high",
  about:
    "`privileged`, `hostNetwork`, `hostPID` or `hostIPC` is turned on in a manifest, by a change or with a new layer. Values are not looked at: what a chart makes of them is not known. One finding a layer.",
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
  find: (profile) =>
    firstOfEachLayer(turnedOn(profile, (layer) => forbidPrivileged(layer, { allow: [] }))).map(
      ({ layer, manifest, path, finding, more }) => ({
        layer,
        ...(manifest === undefined ? {} : { manifest }),
        path,
        message: `${quoted(finding.message)}${morePlaces(more)}`,
      }),
    ),
};

/** `hostNetwork gives the node to a container.`, with the word as what it is. */
function quoted(message: string): string {
  return message.replace(/^\w+/, (word) => `\`${word}\``);
}
