import { type Leaf, leavesIn, leavesOf, type ProfileChange, pathSteps } from "@palette-profiles/profiles";
import type { LayerPair, RiskLayer } from "./layer-pairs";
import type { RiskContext, RiskFinding } from "./risk-rule";

/** A leaf that the plan writes into values or a manifest, and where. */
export interface WrittenLeaf {
  place: Pick<RiskFinding, "layer" | "manifest" | "path">;
  text: "values" | "manifest";
  leaf: Leaf;
  /** What stood there, where it is a change of this leaf alone. */
  before?: unknown;
  /** The whole text is new: it may hold much that nobody thought about, as the defaults of a chart. */
  isNew: boolean;
  /** It is in a part of the values that `enabled: false` turns off. */
  isOff: boolean;
}

/**
 * The leaves that changes write, and all of those of layers and manifests that come, unless `matters` says that their text need not be read.
 * No text is read that was there before.
 */
export function writtenLeaves(
  { changes, layers }: Pick<RiskContext, "changes" | "layers">,
  matters: (text: string) => boolean = () => true,
): WrittenLeaf[] {
  return changes.flatMap((change) => {
    if (change.layer === undefined || (change.kind !== "add" && change.kind !== "change")) return [];
    if (change.within !== undefined) return leavesOfChange(change);
    return change.kind === "add" && change.path === "" ? leavesThatCome(change, layers, matters) : [];
  });
}

function leavesOfChange({
  layer,
  manifest,
  path,
  kind,
  before,
  after,
  within,
  sensitive,
}: ProfileChange): WrittenLeaf[] {
  if (typeof after === "symbol") return [];
  const place = { layer, ...(manifest === undefined ? {} : { manifest }) };
  const isDocument = /^[^"[\]]* [^"[\]]*$/.test(path.split(" > ").at(-1)!);
  // Within a document without a name it is the mark that tells data of a Secret.
  const kindOfObject = kindIn(after, path, isDocument) ?? (sensitive && within === "content" ? "Secret" : undefined);
  return leavesIn(after, isDocument ? `${path} > ` : path, kindOfObject).map((leaf) => ({
    place: { ...place, path: leaf.path },
    text: within === "content" ? ("manifest" as const) : ("values" as const),
    leaf,
    ...(kind === "change" && leaf.path === path ? { before } : {}),
    isNew: false,
    isOff: false,
  }));
}

/** The kind of the Kubernetes object that is written, or that a part is written of. */
function kindIn(after: unknown, path: string, isDocument: boolean): string | undefined {
  if (path === "" || isDocument) {
    const kind = after !== null && typeof after === "object" ? (after as { kind?: unknown }).kind : undefined;
    return typeof kind === "string" ? kind : undefined;
  }
  const [first] = pathSteps(path);
  return first !== undefined && "document" in first ? first.document.split(" ", 1)[0] : undefined;
}

function leavesThatCome(
  { layer: key, manifest }: ProfileChange,
  layers: readonly LayerPair[],
  matters: (text: string) => boolean,
): WrittenLeaf[] {
  const layer = layers.find((pair) => pair.key === key)?.after;
  if (layer === undefined) return [];
  return textsOf(layer)
    .filter((each) => (manifest === undefined || each.manifest === manifest) && matters(each.text))
    .flatMap(({ manifest: name, text }) => {
      const leaves = leavesOf(text);
      const off = leaves.flatMap(({ key: last, value, path }) =>
        last === "enabled" && value === false ? [path.slice(0, -"enabled".length)] : [],
      );
      return leaves.map((leaf) => ({
        place: { layer: key, ...(name === undefined ? {} : { manifest: name }), path: leaf.path },
        text: name === undefined ? ("values" as const) : ("manifest" as const),
        leaf,
        isNew: true,
        isOff: name === undefined && off.some((start) => leaf.path.startsWith(start)),
      }));
    });
}

function textsOf({ values, overrides, manifests }: RiskLayer): { manifest?: string; text: string }[] {
  const texts = [values, overrides].flatMap((text) => (text === undefined ? [] : [{ text }]));
  return [
    ...texts,
    ...manifests.flatMap(({ name, content }) => (content === undefined ? [] : [{ manifest: name, text: content }])),
  ];
}
