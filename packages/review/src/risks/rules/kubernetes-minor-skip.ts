import { kubernetesOf } from "../moves";
import { minorsBetween, releaseOf } from "../release";
import type { RiskRule } from "../risk-rule";

/** More than one minor release at a time. */
export const kubernetesMinorSkip: RiskRule = {
  id: "kubernetes-minor-skip",
  title: "Kubernetes skips a minor release",
  severity: "high",
  about:
    "The Kubernetes layer rises by more than one minor release, `1.28.4` to `1.30.1`, as an exact version or as a train, also where its pack changes. In a new version of the profile too: clusters that move to it take the step.",
  why: "Kubernetes supports upgrades of one minor release at a time; clusters that skip one may lose APIs and nodes without a way back.",
  fix: "Go to the next minor release first, let the clusters follow, then go on.",
  sources: [
    "https://kubernetes.io/releases/version-skew-policy/",
    "https://kubernetes.io/docs/tasks/administer-cluster/kubeadm/kubeadm-upgrade/",
  ],
  example: {
    before: { packs: [{ name: "kubernetes", tag: "1.28.4" }] },
    after: { packs: [{ name: "kubernetes", tag: "1.30.1" }] },
  },
  find: ({ layers }) => {
    const pair = kubernetesOf(layers);
    const [from, to] = [releaseOf(pair?.before?.tag), releaseOf(pair?.after?.tag)];
    if (pair === undefined || from === undefined || to === undefined) return [];
    const minors = minorsBetween(from, to) ?? (to.major > from.major ? 2 : 0);
    if (minors < 2) return [];
    const past = `past ${from.major}.${from.minor + 1}`;
    const message = `Kubernetes goes from ${pair.before!.tag} to ${pair.after!.tag}, ${past}.`;
    return [{ layer: pair.key, path: "tag", message }];
  },
};
