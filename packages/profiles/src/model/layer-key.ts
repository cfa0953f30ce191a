import { createHash } from "node:crypto";
import { BoundedCache } from "../bounded-cache";
import { parseYaml } from "../yaml/parse";
import { normalizeText } from "../yaml/text";
import { resolved, type YamlTree } from "../yaml/tree";

const DISPLAY_NAME = "spectrocloud.com/display-name";
interface DisplayName {
  name: string | undefined;
}
const displayNames = new BoundedCache<string, DisplayName>(1024);
/** By the texts themselves: one plan asks for the same few hundreds of times, and digests would be most of its time. */
const recent = new BoundedCache<string, DisplayName>(64);

/**
 * What a layer is known by within its profile: its pack's name, and where its values or overrides set one, the display name behind
 * it in brackets, `wordpress (blog)`. Palette tells two layers of one pack apart by `pack."spectrocloud.com/display-name"`.
 */
export function layerKey(layer: { name: string; values?: string | null; overrides?: string | null }): string {
  const displayName = displayNameOf(layer.values || layer.overrides || "");
  return displayName === undefined ? layer.name : `${layer.name} (${displayName})`;
}

/** The display name in a layer's values; undefined when there is none, or the values do not parse. */
export function displayNameOf(values: string): string | undefined {
  if (!values.includes(DISPLAY_NAME)) return undefined;
  return recent.get(values, () => displayNames.get(digestOf(values), () => read(values))).name;
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}

function read(values: string): DisplayName {
  const root = parseYaml(packBlock(normalizeText(values))).documents[0];
  const value = child(child(root, "pack"), DISPLAY_NAME);
  return { name: value?.kind === "scalar" && value.value !== null ? textOf(value.value) : undefined };
}

/** The `pack:` block alone where it is written as a block, since the rest of the values may be a hundred times as long. */
function packBlock(values: string): string {
  const blocks = values.match(/^pack:[^\S\n]*(?:#.*)?\n(?:(?:[^\S\n]+.*|#.*)?\n)+/gm);
  return blocks?.length === 1 && !/(^|\s)[&*]\w/m.test(blocks[0]) ? blocks[0] : values;
}

function child(tree: YamlTree | undefined, key: string) {
  const node = tree && resolved(tree);
  if (node?.kind !== "map") return undefined;
  const entry = [...node.entries.values()].find((candidate) => candidate.key === key);
  return entry && resolved(entry.node);
}

function textOf(value: string | number | boolean | { yaml: string }): string {
  return typeof value === "object" ? value.yaml : String(value);
}
