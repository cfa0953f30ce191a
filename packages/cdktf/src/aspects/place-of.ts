import type { Finding, ProfileProperties } from "@palette-profiles/profiles";
import { Token } from "cdktf";
import { originOf } from "../values/values-origin";

/** Where a finding is, in words of the program. */
export interface Place {
  /** The name of the layer or tier, where it is in one that has a name already. */
  layer?: string;
  /** `layer "argo-cd", values (charts.argo-cd.image.tag) of values/argo-cd.yaml`, `description`. */
  place: string;
}

const IN_LAYER = /^(packs|tiers)\[(\d+)\]\.(.+)$/;
const IN_MANIFEST = /^manifests\[(\d+)\]\.(.+)$/;

/** Where a finding is: layers, tiers and manifests by name, and the file where the text is of one. */
export function placeOf(given: ProfileProperties, { path, within }: Finding): Place {
  const place = within === undefined ? "" : ` (${within})`;
  const [, list, index, inLayer] = IN_LAYER.exec(path) ?? [];
  if (inLayer === undefined) return { place: `${path}${place}` };
  const layer = entryOf(given[list!], index!);
  const word = list === "packs" ? "layer" : "tier";
  const [, manifest, inManifest] = IN_MANIFEST.exec(inLayer) ?? [];
  const holder = manifest === undefined ? layer : entryOf(layer.manifests, manifest);
  const field = inManifest ?? inLayer;
  const where = [called(word, layer, index!), manifest && called("manifest", holder, manifest), `${field}${place}`];
  const origin = originOf(holder, field);
  return {
    layer: nameOf(layer),
    place: `${where.filter(Boolean).join(", ")}${origin === undefined ? "" : ` of ${origin._place()}`}`,
  };
}

function entryOf(list: unknown, index: string): Record<string, unknown> {
  return (list as Record<string, unknown>[])[Number(index)]!;
}

function called(word: string, entry: Record<string, unknown>, index: string): string {
  const name = nameOf(entry);
  return name === undefined ? `${word} ${Number(index) + 1}` : `${word} "${name}"`;
}

function nameOf({ name }: Record<string, unknown>): string | undefined {
  return typeof name === "string" && !Token.isUnresolved(name) ? name : undefined;
}
