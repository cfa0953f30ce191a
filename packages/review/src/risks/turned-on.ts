import type { Finding, ProfileProperties } from "@palette-profiles/profiles";
import type { LayerPair, RiskLayer } from "./layer-pairs";
import type { RiskContext } from "./risk-rule";

/** What a judgement finds in a layer as it will be, and did not find in it before. */
export interface TurnedOn {
  layer: string;
  manifest?: string;
  /** The leaf, as changes call it. */
  path: string;
  finding: Finding;
}

/**
 * Holds the layers that change or come to a judgement of the policies, both as they were and as they will be, and gives what is new. What is
 * found where a value changes counts as new too.
 */
export function turnedOn(
  { layers, changes }: RiskContext,
  judge: (profile: ProfileProperties) => Finding[],
): TurnedOn[] {
  return layers.filter(isTouched).flatMap(({ key, before, after }) => {
    const known = new Set(before === undefined ? [] : judge(profileOf(before)).map((found) => keyOf(before, found)));
    const changed = new Set(
      changes.filter(({ layer }) => layer === key).map(({ manifest, path }) => place(manifest, path)),
    );
    return judge(profileOf(after!)).flatMap((finding): TurnedOn[] => {
      const manifest = manifestOf(after!, finding);
      const path = finding.within ?? "";
      if (known.has(keyOf(after!, finding)) && !changed.has(place(manifest, path))) return [];
      return [{ layer: key, ...(manifest === undefined ? {} : { manifest }), path, finding }];
    });
  });
}

/** Where there are many in a layer, the first, and how many more there are: a layer with a mistake often has it everywhere. */
export function firstOfEachLayer<T extends { layer: string }>(found: readonly T[]): (T & { more: number })[] {
  const first = new Map<string, T & { more: number }>();
  for (const each of found) {
    const known = first.get(each.layer);
    if (known === undefined) first.set(each.layer, { ...each, more: 0 });
    else known.more++;
  }
  return [...first.values()];
}

/** ` and in 3 more places`. */
export function morePlaces(more: number): string {
  return more === 0 ? "" : ` So in ${more} more ${more === 1 ? "place" : "places"} of the layer.`;
}

/** Quick: most layers of a plan stay as they are. */
function isTouched({ before, after }: LayerPair): boolean {
  if (after === undefined) return false;
  if (before === undefined) return true;
  return (
    before.values !== after.values ||
    before.overrides !== after.overrides ||
    before.manifests.length !== after.manifests.length ||
    before.manifests.some(({ content }, at) => content !== after.manifests[at]!.content)
  );
}

function profileOf(layer: RiskLayer): ProfileProperties {
  return { packs: [layer] };
}

/** The manifest that a finding at `packs[0].manifests[1].content` is in. */
function manifestOf(layer: RiskLayer, { path }: Finding): string | undefined {
  const [, at] = /\.manifests\[(\d+)\]/.exec(path) ?? [];
  return at === undefined ? undefined : layer.manifests[Number(at)]?.name;
}

function keyOf(layer: RiskLayer, finding: Finding): string {
  return `${place(manifestOf(layer, finding), finding.within ?? "")} ${finding.message}`;
}

function place(manifest: string | undefined, path: string): string {
  return JSON.stringify([manifest ?? null, path]);
}
