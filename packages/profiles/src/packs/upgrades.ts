import { versionCompare } from "../version";
import { isInfra, LAYER_WORDS } from "./knowledge";
import { type PackProblem, packWarning } from "./problem";
import { inStack, type PlannedLayer, type Stack } from "./stack";

/** V25: what clusters go through when they take the change. */
export function checkUpgrades(stack: Stack): PackProblem[] {
  return stack.layers.flatMap((layer) => [...versionMove(layer), ...replacement(stack, layer)]);
}

function versionMove(layer: PlannedLayer): PackProblem[] {
  const from = layer.before?.version;
  const to = layer.version;
  if (from === undefined || to === undefined || layer.before?.pack !== layer.pack) return [];
  const order = versionCompare(to, from);
  if (order === 0) return [];
  const path = inStack(layer, "tag");
  if (order < 0) return [downgrade(layer, path, from, to)];
  const [a, b] = [numbers(from), numbers(to)];
  if (a === undefined || b === undefined) return [];
  if (layer.kind === "k8s") {
    if (b.major === a.major && b.minor - a.minor <= 1) return [];
    const next = `${a.major}.${a.minor + 1}`;
    return [
      packWarning(
        "KubernetesSkip",
        path,
        `Kubernetes ${from} to ${to} leaves out a release`,
        `"${layer.name}" goes from ${from} to ${to}, but Kubernetes upgrades one minor release at a time: running clusters cannot take this step, only new ones. Go to ${next} first, let clusters follow, then on.`,
      ),
    ];
  }
  if (b.major === a.major || layer.values === undefined) return [];
  return [
    packWarning(
      "MajorUpgrade",
      path,
      `"${layer.name}" ${from} to ${to} is a major upgrade`,
      `"${layer.name}" goes from ${from} to ${to}, with values of its own that were written for ${a.major}: keys may have moved, and what no longer matches is ignored without a word. Compare them with the values of the pack ${to}.`,
    ),
  ];
}

function downgrade(layer: PlannedLayer, path: PackProblem["path"], from: string, to: string): PackProblem {
  const what = `"${layer.name}" goes back from ${from} to ${to}.`;
  return layer.kind === "k8s"
    ? packWarning(
        "PackDowngrade",
        path,
        `Kubernetes goes back from ${from} to ${to}`,
        `${what} Kubernetes cannot be downgraded in place: running clusters fail to take this, and their nodes may be replaced. Keep ${from}, or make new clusters with ${to}.`,
      )
    : packWarning(
        "PackDowngrade",
        path,
        `"${layer.name}" goes back from ${from} to ${to}`,
        `${what} Palette advises against downgrades: what ${from} has stored or migrated may not work with ${to}. Keep ${from}, or try it on a cluster that can be lost.`,
      );
}

/** An infrastructure layer with another pack in it. */
function replacement({ removed }: Stack, layer: PlannedLayer): PackProblem[] {
  if (!isInfra(layer.kind)) return [];
  const gone = layer.before ?? removed.find(({ kind }) => kind === layer.kind);
  if (gone === undefined || gone.pack === layer.pack) return [];
  return [
    packWarning(
      "InfraReplaced",
      inStack(layer, "name"),
      `The ${LAYER_WORDS[layer.kind]} layer becomes another pack`,
      `The ${LAYER_WORDS[layer.kind]} layer changes from "${gone.name}" to "${layer.name}". ${CONSEQUENCES[layer.kind]}`,
    ),
  ];
}

const CONSEQUENCES = {
  os: "Clusters that take the change replace all of their nodes, one after the other. See to it that workloads can move.",
  k8s: "Running clusters cannot change their Kubernetes distribution. Make new clusters from a profile of their own, and move workloads there.",
  cni: "Clusters that take the change lose the network between pods while it is swapped, and existing pods and policies may not come back. Make new clusters, or plan an outage.",
  csi: "Volumes of the old storage stay with its driver: once that is gone, claims on them can no longer be mounted. Move the data first.",
} as const;

function numbers(version: string): { major: number; minor: number } | undefined {
  const found = /^v?(\d+)(?:\.(\d+))?/.exec(version);
  return found === null ? undefined : { major: Number(found[1]), minor: Number(found[2] ?? 0) };
}
