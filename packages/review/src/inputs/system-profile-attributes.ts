import {
  type DeepMaybeUnknown,
  type LayerModel,
  type ManifestModel,
  type ProfileModel,
  UNKNOWN,
} from "@palette-profiles/profiles";
import type { ManagedLayers, ResourceInput } from "../model";
import { blocks, isSensitive, type MarkedObject } from "./marked-object";
import { each, readAttributes } from "./read-attributes";

const SYSTEM_PROFILE = { name: "name", version: "version" };
/** What Palette holds, not what the user wrote: an upgrade of Palette may bring what nobody wrote. */
const LAYER = { name: "name", tag: "effective_tag", values: "effective_values" };
const MANIFEST = { name: "name", content: "effective_content" };

/**
 * Reads of `palette_system_profile` what a plan changes in Palette: the layers that are managed, as Palette holds them.
 * `previous_layers` and `last_applied` are not read.
 */
export function readSystemProfile(from: MarkedObject): DeepMaybeUnknown<ProfileModel> {
  const { version, ...head } = readAttributes<ProfileModel>(from, SYSTEM_PROFILE, "the profile");
  return {
    ...head,
    ...(version === UNKNOWN ? {} : { version }),
    packs: each(blocks(from, "pack"), readLayer),
    variables: [],
  } as DeepMaybeUnknown<ProfileModel>;
}

function readLayer(from: MarkedObject, index: number): DeepMaybeUnknown<LayerModel> {
  const layer = readAttributes<LayerModel>(from, LAYER, `layer ${index + 1}`);
  const manifests = each(blocks(from, "manifest"), (manifest, at) => {
    const it = readAttributes<ManifestModel>(manifest, MANIFEST, `manifest ${at + 1}`);
    return marked(it, isSensitive(manifest, "content"), "content");
  });
  // Terraform does not know that what Palette holds comes from what is marked.
  const hidden = isSensitive(from, "values") || isSensitive(from, "overrides");
  return { ...marked(layer, hidden, "values"), manifests } as DeepMaybeUnknown<LayerModel>;
}

function marked<T extends { sensitive?: string[] }>(it: T, hidden: boolean, attribute: string): T {
  return hidden ? { ...it, sensitive: [...(it.sensitive ?? []), attribute] } : it;
}

/**
 * Two sides of a change with only what both manage. What is listed on one side only is neither added
 * nor removed in Palette: it is told as managed or let go of.
 */
export function keepShared(
  before: DeepMaybeUnknown<ProfileModel> | undefined,
  after: DeepMaybeUnknown<ProfileModel> | undefined,
): Pick<ResourceInput, "before" | "after" | "managed"> {
  const [left, right] = [packsOf(before), packsOf(after)];
  if (left === undefined || right === undefined) return { before, after };
  const managed: ManagedLayers = {
    layers: right.length,
    added: notIn(right, left),
    released: notIn(left, right),
  };
  return {
    before: { ...(before as object), packs: shared(left, right) } as ResourceInput["before"],
    after: { ...(after as object), packs: shared(right, left) } as ResourceInput["after"],
    managed,
  };
}

type Named = { name?: unknown; manifests?: unknown };

/** The entries that the other side has too, in the order of their names: an order written otherwise moves nothing. */
function shared(list: readonly Named[], others: readonly Named[]): Named[] {
  return list
    .flatMap((item) => {
      const other = others.find(({ name }) => name === item.name);
      if (other === undefined) return [];
      if (!Array.isArray(item.manifests) || !Array.isArray(other.manifests)) return [item];
      return [{ ...item, manifests: shared(item.manifests as Named[], other.manifests as Named[]) }];
    })
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** Layers that the others do not have, and manifests of those that they have. */
function notIn(layers: readonly Named[], others: readonly Named[]): string[] {
  return layers.flatMap((layer) => {
    const name = nameOf(layer);
    const other = others.find((each) => each.name === layer.name);
    if (other === undefined) return [name];
    const theirs = manifestsOf(other).map((manifest) => manifest.name);
    return manifestsOf(layer).flatMap((manifest) =>
      theirs.includes(manifest.name) ? [] : [`${name} > manifest ${nameOf(manifest)}`],
    );
  });
}

function manifestsOf({ manifests }: Named): Named[] {
  return Array.isArray(manifests) ? (manifests as Named[]) : [];
}

function packsOf(profile: unknown): Named[] | undefined {
  const packs = (profile as { packs?: unknown } | undefined)?.packs;
  return Array.isArray(packs) ? (packs as Named[]) : undefined;
}

function nameOf({ name }: Named): string {
  return typeof name === "string" ? name : "(known after apply)";
}
