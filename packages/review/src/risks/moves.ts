import { type LayerKind, sameVersion } from "@palette-profiles/profiles";
import type { LayerPair, RiskLayer } from "./layer-pairs";

/** A layer that stays the same pack, with another tag. */
export interface TagMove {
  key: string;
  kind?: LayerKind;
  pack: string;
  from: string;
  to: string;
}

/** The layers whose tag changes, and whose pack does not. */
export function tagMoves(layers: readonly LayerPair[]): TagMove[] {
  return layers.flatMap(({ key, before, after }) => {
    if (before?.tag === undefined || after?.tag === undefined || before.pack !== after.pack) return [];
    if (sameVersion(before.tag, after.tag)) return [];
    const { kind, pack } = after;
    return [{ key, ...(kind === undefined ? {} : { kind }), pack, from: before.tag, to: after.tag }];
  });
}

/** The Kubernetes layer of both sides, whichever packs they are; the key is that of the layer as it was, where it was. */
export function kubernetesOf(layers: readonly LayerPair[]): LayerPair | undefined {
  const before = layers.find((pair) => pair.before?.kind === "k8s");
  const after = layers.find((pair) => pair.after?.kind === "k8s");
  const first = before ?? after;
  if (first === undefined) return undefined;
  return {
    key: first.key,
    ...(before?.before === undefined ? {} : { before: before.before }),
    ...(after?.after === undefined ? {} : { after: after.after }),
  };
}

/** Packs of one part of a cluster that go, and those that come. */
export interface PackSwap {
  gone: { key: string; layer: RiskLayer }[];
  come: { key: string; layer: RiskLayer }[];
}

/** What goes and comes of a part of clusters; nothing of a profile that goes or comes as a whole. */
export function packSwap({ before, after, layers }: Profile, kind: LayerKind): PackSwap {
  const side = (name: "before" | "after") =>
    layers.flatMap(({ key, [name]: layer }) => (layer?.kind === kind ? [{ key, layer }] : []));
  const [left, right] = before === undefined || after === undefined ? [[], []] : [side("before"), side("after")];
  const missingIn = (list: typeof left) => (each: (typeof left)[number]) =>
    !list.some(({ layer }) => layer.pack === each.layer.pack);
  return { gone: left.filter(missingIn(right)), come: right.filter(missingIn(left)) };
}

interface Profile {
  before?: unknown;
  after?: unknown;
  layers: readonly LayerPair[];
}
