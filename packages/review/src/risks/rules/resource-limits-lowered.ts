import { quantityOf } from "../quantity";
import type { RiskFinding, RiskRule } from "../risk-rule";

const RESOURCE =
  /(?:^|[.\] ])(?:resources\.)?(limits|requests)\.(cpu|memory|ephemeral-storage|\["ephemeral-storage"\])$/;

/** A container gets less than it had. */
export const resourceLimitsLowered: RiskRule = {
  id: "resource-limits-lowered",
  title: "A container gets less",
  severity: "low",
  about:
    "A limit or request of CPU, memory or ephemeral storage goes down, in values or manifests; a lowered limit of memory is `medium`. Quantities that templates put together are not compared.",
  why: "A container that needs more memory than its limit is killed, one of less CPU gets slow, and one of smaller requests is evicted sooner.",
  fix: "Compare with what it used lately, and lower it where that leaves room.",
  sources: ["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],
  example: {
    before: { packs: [{ name: "prometheus", values: "server:\n  resources:\n    limits:\n      memory: 4Gi\n" }] },
    after: { packs: [{ name: "prometheus", values: "server:\n  resources:\n    limits:\n      memory: 512Mi\n" }] },
  },
  find: ({ changes }) =>
    changes.flatMap(({ kind, within, layer, manifest, path, before, after, sensitive }): RiskFinding[] => {
      const [, word, resource] = RESOURCE.exec(path) ?? [];
      if (kind !== "change" || within === undefined || sensitive === true || word === undefined) return [];
      const [from, to] = [quantityOf(before), quantityOf(after)];
      if (from === undefined || to === undefined || to >= from) return [];
      return [
        {
          layer,
          ...(manifest === undefined ? {} : { manifest }),
          path,
          message: `It goes from ${before} to ${after}.`,
          ...(word === "limits" && resource === "memory" ? { severity: "medium" as const } : {}),
        },
      ];
    }),
};
