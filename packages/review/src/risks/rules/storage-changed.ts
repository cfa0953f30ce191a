import { type ChangedLeaf, changedLeaves } from "../changed-leaves";
import { quantityOf } from "../quantity";
import type { RiskFinding, RiskRule } from "../risk-rule";

const CLASS =
  /(?:^|[.\] ])storageClassName$|(?:persist|volume|pvc|storage|global)[\w-]*(?:\[[^\]]*\])?\.(?:default)?storageClass$/i;
const SIZE =
  /(?:^|[.\] ])resources\.requests\.storage$|(?:persist|volume|pvc|storage)[\w-]*(?:\[[^\]]*\])?\.(?:size|storageSize)$/i;

/** What a claim cannot do. */
export const storageChanged: RiskRule = {
  id: "storage-changed",
  title: "Volumes get another class, or shrink",
  severity: "medium",
  about:
    "`storageClassName` (or `storageClass` of a part that is called `persistence`, `volume`, `storage` or the like) changes from one class to another, or a size (`resources.requests.storage`, `persistence.size`) goes down, in values or manifests. What templates put together is not compared.",
  why: "The class of a claim never changes and its size never shrinks: Kubernetes refuses the upgrade, or the layer starts with an empty volume.",
  fix: "Add new volumes beside the old ones and move the data, or leave class and size as they are.",
  sources: [
    "https://kubernetes.io/docs/concepts/storage/persistent-volumes/",
    "https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/",
  ],
  example: {
    before: { packs: [{ name: "redis", values: "persistence:\n  storageClass: gp2\n  size: 20Gi\n" }] },
    after: { packs: [{ name: "redis", values: "persistence:\n  storageClass: gp3\n  size: 10Gi\n" }] },
  },
  find: ({ changes }) =>
    changedLeaves(changes).flatMap((leaf): RiskFinding[] =>
      isOtherClass(leaf) || isSmaller(leaf)
        ? [{ ...leaf.place, message: `It goes from ${String(leaf.before)} to ${String(leaf.after)}.` }]
        : [],
    ),
};

function isOtherClass({ path, before, after }: ChangedLeaf): boolean {
  return CLASS.test(path) && [before, after].every((name) => typeof name === "string" && /^[\w.-]+$/.test(name));
}

function isSmaller({ path, before, after }: ChangedLeaf): boolean {
  const [from, to] = [quantityOf(before), quantityOf(after)];
  return SIZE.test(path) && from !== undefined && to !== undefined && to < from;
}
