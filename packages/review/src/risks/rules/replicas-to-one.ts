import { changedLeaves } from "../changed-leaves";
import type { RiskFinding, RiskRule } from "../risk-rule";

const COUNT = /(?:^|[.\] ])(replicas|replicaCount|minReplicas)$/;

/** What was there several times is there once. */
export const replicasToOne: RiskRule = {
  id: "replicas-to-one",
  title: "Several replicas become one",
  severity: "medium",
  about:
    "`replicas`, `replicaCount` or `minReplicas` goes from two or more to one or none, in values or manifests. What had one before is not told.",
  why: "One replica is none while its node is drained, as each upgrade of the cluster does.",
  fix: "Keep two or more, with a pod disruption budget.",
  sources: ["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],
  example: {
    before: { packs: [{ name: "argo-cd", values: "server:\n  replicas: 3\n" }] },
    after: { packs: [{ name: "argo-cd", values: "server:\n  replicas: 1\n" }] },
  },
  find: ({ changes }) =>
    changedLeaves(changes).flatMap(({ place, path, before, after }): RiskFinding[] => {
      if (!COUNT.test(path) || typeof before !== "number" || typeof after !== "number") return [];
      if (before < 2 || after > 1 || after < 0) return [];
      return [{ ...place, message: `It goes from ${before} to ${after}.` }];
    }),
};
