import { sameVersion } from "@palette-profiles/profiles";
import type { Severity } from "../model";
import type { LayerPair, RiskLayer } from "./layer-pairs";
import { kubernetesOf } from "./moves";
import { minorsBetween, releaseOf } from "./release";
import type { RiskFinding } from "./risk-rule";

interface Bounds {
  /** How many minor releases a part may be older or newer than the API server. */
  older: number;
  newer: number;
  /** Where it is not the rule's own. */
  severity?: Severity;
}

/** Sources: Kubernetes' version skew policy, and the releases of the autoscaler. An old kubectl in a job seldom does harm. */
const BOUNDS: Readonly<Record<string, Bounds>> = {
  kubelet: { older: 3, newer: 0 },
  "kube-proxy": { older: 3, newer: 0 },
  "kube-scheduler": { older: 1, newer: 0 },
  "kube-controller-manager": { older: 1, newer: 0 },
  "cloud-controller-manager": { older: 1, newer: 0 },
  kubectl: { older: 1, newer: 1, severity: "low" },
  "cluster-autoscaler": { older: 0, newer: 0, severity: "medium" },
};

/** An image with its tag, in one text or as `repository` and `tag`. Providers' own cloud controllers count their own versions. */
const PARTS = new RegExp(
  `/(${Object.keys(BOUNDS).join("|")})(?::|["']?[ \\t]*\\n[ \\t]*tag:[ \\t]*["']?)(v?\\d+\\.\\d+(?:\\.\\d+)?)(?![\\w.])`,
  "g",
);
const EDGE_IMAGE = /:(?:[\w.-]*-)?(k3s|rke2|kubeadm)-(v?\d+\.\d+\.\d+)(?![\w.])/g;

/** The parts of Kubernetes in other layers that come to lie outside of the bounds; those that did before are not told. */
export function skewsOf(layers: readonly LayerPair[]): RiskFinding[] {
  const kubernetes = kubernetesOf(layers);
  const [from, to] = [kubernetes?.before?.tag, kubernetes?.after?.tag];
  if (to === undefined || releaseOf(to) === undefined) return [];
  return layers.flatMap(({ key, before, after }) => {
    if (after === undefined || (from === to && sameTexts(before, after))) return [];
    const old = new Set(before === undefined ? [] : layerSkews(before, from).map(({ found }) => found));
    return layerSkews(after, to)
      .filter(({ found }) => !old.has(found))
      .map(({ message, severity }) => ({ layer: key, message, ...(severity === undefined ? {} : { severity }) }));
  });
}

interface Skew extends Pick<RiskFinding, "message" | "severity"> {
  found: string;
}

function layerSkews(layer: RiskLayer, kubernetes: string | undefined): Skew[] {
  const release = releaseOf(kubernetes);
  if (kubernetes === undefined || release === undefined || layer.kind === "k8s") return [];
  const skews = new Map<string, Skew>();
  for (const text of textsOf(layer)) {
    for (const [, part, version] of text.matchAll(PARTS)) {
      const own = releaseOf(version)!;
      const { older, newer, severity } = BOUNDS[part!]!;
      const ahead = minorsBetween(release, own);
      // A part whose versions are of another series, such as 0.8, is not Kubernetes' own.
      if (ahead === undefined || (ahead <= newer && ahead >= -older)) continue;
      const found = `${part} ${version}`;
      skews.set(found, {
        found,
        message: `It brings ${found}, and Kubernetes is ${kubernetes}.`,
        ...(severity === undefined ? {} : { severity }),
      });
    }
    if (layer.kind !== "os") continue;
    for (const [, part, version] of text.matchAll(EDGE_IMAGE)) {
      if (fits(version!, kubernetes)) continue;
      const found = `${part} ${version}`;
      skews.set(found, { found, message: `Its image holds ${found}, and the Kubernetes layer is ${kubernetes}.` });
    }
  }
  return [...skews.values()];
}

/** The same version, build aside; of a train the same release. */
function fits(version: string, kubernetes: string): boolean {
  if (/^v?\d+\.\d+\.\d+/.test(kubernetes)) return sameVersion(version, kubernetes.replace(/[+-].*$/, ""));
  const [a, b] = [releaseOf(version)!, releaseOf(kubernetes)!];
  return a.major === b.major && a.minor === b.minor;
}

function textsOf({ values, overrides, manifests }: RiskLayer): string[] {
  const texts = [values, overrides, ...manifests.map(({ content }) => content)];
  return texts.flatMap((text) => (text === undefined ? [] : [text.replace(/^[ \t]*#.*$/gm, "")]));
}

function sameTexts(before: RiskLayer | undefined, after: RiskLayer): boolean {
  return (
    before !== undefined &&
    before.values === after.values &&
    before.overrides === after.overrides &&
    before.manifests.length === after.manifests.length &&
    before.manifests.every(({ content }, index) => content === after.manifests[index]!.content)
  );
}
