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
    changes.flatMap(({ kind, within, layer, manifest, path, before, after, sensitive }): RiskFinding[] => {
      if (kind !== "change" || within === undefined || sensitive === true || !COUNT.test(path)) return [];
      if (typeof before !== "number" || typeof after !== "number" || before < 2 || after > 1 || after < 0) return [];
      return [
        {
          layer,
          ...(manifest === undefined ? {} : { manifest }),
          path,
          message: `It goes from ${before} to ${after}.`,
        },
      ];
    }),
};
