import { changedLeaves } from "../changed-leaves";
import type { RiskFinding, RiskRule } from "../risk-rule";

const TYPE = /service(?:\[[^\]]*\])?\.type$|^(?:Service [^>]* > )?spec\.type$/i;
const TYPES = new Set(["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"]);

/** Another way in. */
export const serviceTypeChanged: RiskRule = {
  id: "service-type-changed",
  title: "A service is reached in another way",
  severity: "low",
  about:
    "The type of a service changes in values or manifests: `ClusterIP`, `NodePort`, `LoadBalancer`, `ExternalName`. From or to `LoadBalancer` it is told what happens to its address.",
  why: "A load balancer goes with its address, which names and firewalls may know; a new one may be open to the world.",
  fix: "Look who uses the address, and set who may reach a new one.",
  sources: ["https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types"],
  example: {
    before: { packs: [{ name: "argo-cd", values: "server:\n  service:\n    type: LoadBalancer\n" }] },
    after: { packs: [{ name: "argo-cd", values: "server:\n  service:\n    type: ClusterIP\n" }] },
  },
  find: ({ changes }) =>
    changedLeaves(changes).flatMap(({ place, path, before, after }): RiskFinding[] => {
      if (!TYPE.test(path) || !isType(before) || !isType(after)) return [];
      const address =
        before === "LoadBalancer"
          ? ", and its load balancer goes"
          : after === "LoadBalancer"
            ? ", and gets a load balancer"
            : "";
      return [{ ...place, message: `It goes from ${before} to ${after}${address}.` }];
    }),
};

function isType(value: unknown): value is string {
  return typeof value === "string" && TYPES.has(value);
}
