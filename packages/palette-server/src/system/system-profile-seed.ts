import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { V1PackType } from "@palette-profiles/palette-api";
import { readList, readMap, readOneOf, readString, readText } from "../body";
import { invalid } from "../errors";

/** A layer as a seed or an upgrade tells it; what is left out is settled when it is written. */
export interface LayerSeed {
  name: string;
  type: V1PackType | undefined;
  tag: string | undefined;
  /** By name. */
  registry: string | undefined;
  values: string | undefined;
  manifests: { name: string; content: string }[] | undefined;
}

/** What an upgrade of Palette brings for the system profile. */
export interface UpgradeSeed {
  version: string | undefined;
  packs: LayerSeed[];
}

export interface SystemProfileSeed extends UpgradeSeed {
  name: string;
  cloud: string | undefined;
  description: string | undefined;
  upgrade: UpgradeSeed | undefined;
}

const PACK_TYPES = ["spectro", "helm", "manifest", "oci"] as const satisfies readonly V1PackType[];

/** The section `systemProfile` of a seed; its files are relative to `folder`. */
export function readSystemProfile(value: unknown, folder: string): SystemProfileSeed | undefined {
  if (value === undefined || value === null) return undefined;
  const at = "systemProfile";
  const map = readMap(value, at, ["name", "version", "cloud", "description", "packs", "upgrade"]);
  return {
    name: readText(map.name, `${at}.name`),
    cloud: readString(map.cloud, `${at}.cloud`),
    description: readString(map.description, `${at}.description`),
    version: readString(map.version, `${at}.version`),
    packs: readLayers(map.packs, `${at}.packs`, folder),
    upgrade: map.upgrade === undefined ? undefined : readUpgrade(map.upgrade, `${at}.upgrade`, folder),
  };
}

/** The section `upgrade`, and the body of `POST /__server/upgrade`; without a `folder` it names no files. */
export function readUpgrade(value: unknown, path: string, folder?: string): UpgradeSeed {
  const map = readMap(value, path, ["version", "packs"]);
  const under = path === "" ? "" : `${path}.`;
  return {
    version: readString(map.version, `${under}version`),
    packs: readLayers(map.packs, `${under}packs`, folder),
  };
}

function readLayers(value: unknown, path: string, folder: string | undefined): LayerSeed[] {
  const layers = (readList(value, path) ?? []).map((item, index) => readLayer(item, `${path}[${index}]`, folder));
  if (layers.length === 0) throw invalid("InvalidRequestBody", `${path} must be a list of at least one layer`);
  refuseTwice(layers, path);
  return layers;
}

function readLayer(value: unknown, path: string, folder: string | undefined): LayerSeed {
  const files = folder === undefined ? [] : ["valuesFile"];
  const layer = readMap(value, path, ["name", "type", "tag", "registry", "values", ...files, "manifests"]);
  return {
    name: readText(layer.name, `${path}.name`),
    type: readOneOf(layer.type, `${path}.type`, PACK_TYPES),
    tag: readString(layer.tag, `${path}.tag`),
    registry: readString(layer.registry, `${path}.registry`),
    values: textOrFile(layer, "values", path, folder),
    manifests: readManifests(layer.manifests, `${path}.manifests`, folder),
  };
}

function readManifests(value: unknown, path: string, folder: string | undefined): LayerSeed["manifests"] {
  const files = folder === undefined ? [] : ["contentFile"];
  const manifests = readList(value, path)?.map((item, index) => {
    const at = `${path}[${index}]`;
    const manifest = readMap(item, at, ["name", "content", ...files]);
    const name = readText(manifest.name, `${at}.name`);
    const content = textOrFile(manifest, "content", at, folder);
    if (content === undefined) throw invalid("InvalidRequestBody", `${at}.content is missing`);
    return { name, content };
  });
  if (manifests) refuseTwice(manifests, path);
  return manifests;
}

function textOrFile(
  map: Record<string, unknown>,
  key: string,
  path: string,
  folder: string | undefined,
): string | undefined {
  const text = readString(map[key], `${path}.${key}`);
  const file = readString(map[`${key}File`], `${path}.${key}File`);
  if (folder === undefined || file === undefined) return text?.trim();
  if (text !== undefined) throw invalid("InvalidRequestBody", `${path} has both ${key} and ${key}File: give one`);
  try {
    return readFileSync(resolve(folder, file), "utf8").trim();
  } catch (error) {
    throw invalid("InvalidRequestBody", `${path}.${key}File cannot be read: ${(error as Error).message}`);
  }
}

function refuseTwice(items: readonly { name: string }[], path: string): void {
  const names = items.map((item) => item.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw invalid("InvalidRequestBody", `${path} names "${twice}" twice`);
}
