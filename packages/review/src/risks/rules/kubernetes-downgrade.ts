import { versionCompare } from "@palette-profiles/profiles";
import { kubernetesOf } from "../moves";
import { minorsBetween, releaseOf } from "../release";
import type { RiskRule } from "../risk-rule";

/** Kubernetes never goes back. */
export const kubernetesDowngrade: RiskRule = {
  id: "kubernetes-downgrade",
  title: "Kubernetes goes back",
  severity: "high",
  about:
    "The Kubernetes layer gets an older version. Where only the patch is older it is `medium`. In a new version of the profile too.",
  why: "Kubernetes cannot be downgraded in place: what etcd holds was written by the newer release, and running clusters fail to take the change.",
  fix: "Keep the version, or make new clusters with the older one and move the workloads there.",
  sources: ["https://kubernetes.io/releases/version-skew-policy/"],
  example: {
    before: { packs: [{ name: "kubernetes", tag: "1.31.2" }] },
    after: { packs: [{ name: "kubernetes", tag: "1.30.6" }] },
  },
  find: ({ layers }) => {
    const pair = kubernetesOf(layers);
    const [before, after] = [pair?.before?.tag, pair?.after?.tag];
    const [from, to] = [releaseOf(before), releaseOf(after)];
    if (from === undefined || to === undefined) return [];
    const minors = minorsBetween(from, to) ?? to.major - from.major;
    const patch = minors === 0 && isExact(before!) && isExact(after!) && versionCompare(after!, before!) < 0;
    if (minors >= 0 && !patch) return [];
    const message = `Kubernetes goes back from ${before} to ${after}.`;
    return [{ layer: pair!.key, path: "tag", message, ...(patch ? { severity: "medium" as const } : {}) }];
  },
};

function isExact(tag: string): boolean {
  return /^v?\d+\.\d+\.\d+/.test(tag);
}
