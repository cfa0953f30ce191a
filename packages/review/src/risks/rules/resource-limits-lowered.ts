import { type ChangedLeaf, changedLeaves } from "../changed-leaves";
import { quantityOf } from "../quantity";
import type { RiskFinding, RiskRule } from "../risk-rule";

const RESOURCE =
  /(?:^|[.\] ])(?:resources\.)?(limits|requests)\.(cpu|memory|ephemeral-storage|\["ephemeral-storage"\])$/;

/** A container gets less than it had. */
export const resourceLimitsLowered: RiskRule = {
  id: "resource-limits-lowered",
  title: "A container gets less, or loses its limits",
  severity: "low",
  about:
    "A limit or request of CPU, memory or ephemeral storage goes down, in values or manifests, or limits are taken away there; a lowered limit of memory is `medium`. Quantities that templates put together are not compared, and of what `overrides` no longer say the pack has its own.",
  why: "A container that needs more memory than its limit is killed, one of less CPU gets slow, one of smaller requests is evicted sooner, and one without limits takes what others need.",
  fix: "Compare with what it used lately, and lower it where that leaves room.",
  sources: ["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],
  example: {
    before: { packs: [{ name: "prometheus", values: "server:\n  resources:\n    limits:\n      memory: 4Gi\n" }] },
    after: { packs: [{ name: "prometheus", values: "server:\n  resources:\n    limits:\n      memory: 512Mi\n" }] },
  },
  find: ({ changes }) => changedLeaves(changes).flatMap((leaf) => [...lowered(leaf), ...takenAway(leaf)]),
};

function lowered({ kind, path, place, before, after }: ChangedLeaf): RiskFinding[] {
  const [, word, resource] = RESOURCE.exec(path) ?? [];
  const [from, to] = [quantityOf(before), quantityOf(after)];
  if (kind === "remove" || word === undefined || from === undefined || to === undefined || to >= from) return [];
  const isGrave = word === "limits" && resource === "memory";
  return [
    { ...place, message: `It goes from ${before} to ${after}.`, ...(isGrave ? { severity: "medium" as const } : {}) },
  ];
}

/** One limit, all limits, or all resources with the limits in them. */
function takenAway({ kind, path, place, within, before, after }: ChangedLeaf): RiskFinding[] {
  if (within === "overrides") return [];
  const [, word, resource] = RESOURCE.exec(path) ?? [];
  const limits =
    word === "limits" && kind === "remove"
      ? { [resource!]: before }
      : /(?:^|[.\] ])limits$/.test(path)
        ? without(before, after)
        : /(?:^|[.\] ])resources$/.test(path)
          ? without(mapOf(before).limits, mapOf(after).limits)
          : {};
  const told = Object.entries(limits).map(([name, value]) =>
    quantityOf(value) === undefined ? name : `${name} ${String(value)}`,
  );
  return told.length === 0 ? [] : [{ ...place, message: `Limits are taken away: ${told.join(", ")}.` }];
}

function without(before: unknown, after: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(mapOf(before)).filter(([name]) => !(name in mapOf(after))));
}

function mapOf(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === "object" ? (value as Record<string, unknown>) : {};
}
