import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { V1PackLayer } from "@palette-profiles/palette-api";

const LAYERS: readonly V1PackLayer[] = ["kernel", "os", "k8s", "cni", "csi", "addon"];

const DEPENDENCY_TYPES = ["required", "optional", "notSupported", "upgrade"] as const;
const PROPERTY_TYPES = ["string", "number"] as const;

/** What a pack demands of another: an entry of `constraints.dependencies`. */
export interface PackDependency {
  packName: string;
  layer: string;
  minVersion: string;
  maxVersion: string;
  type: (typeof DEPENDENCY_TYPES)[number];
}

/** A property of a service that an app profile sets: an entry of `appTierProperties`. */
export interface PackProperty {
  name: string;
  displayName: string;
  type: (typeof PROPERTY_TYPES)[number];
  /** `password` where no client may read it back; else empty. */
  format: string;
  /** What it is without the profile's word; empty where there is no such thing. */
  value: string;
}

/** A pack as its author wrote it: one folder with `pack.json` and `values.yaml`. */
export interface PackSource {
  name: string;
  displayName: string;
  version: string;
  layer: V1PackLayer;
  cloudTypes: string[];
  addonType: string;
  addonSubType: string;
  group: string;
  eol: string;
  annotations: Record<string, string>;
  dependencies: PackDependency[];
  appTierProperties: PackProperty[];
  values: string;
  presets?: string;
  schema?: string;
  readme?: string;
}

/** Reads one pack; an error names the file and what is wrong in it. */
export function readPackFolder(folder: string): PackSource {
  const file = join(folder, "pack.json");
  const manifest = parseManifest(file);
  const text = (key: string) => (typeof manifest[key] === "string" ? (manifest[key] as string) : "");
  const required = (key: string) => text(key) || fail(file, `"${key}" is missing`);
  const layer = required("layer") as V1PackLayer;
  if (!LAYERS.includes(layer)) fail(file, `"layer" must be one of ${LAYERS.join(", ")}, not "${layer}"`);
  const values = readOptional(folder, "values.yaml");
  if (values === undefined) fail(folder, "values.yaml is missing");
  return {
    name: required("name"),
    displayName: required("displayName"),
    version: required("version"),
    layer,
    cloudTypes: Array.isArray(manifest.cloudTypes) ? manifest.cloudTypes.map(String) : ["all"],
    addonType: text("addonType"),
    addonSubType: text("addonSubType"),
    group: text("group"),
    eol: text("eol"),
    annotations: readAnnotations(manifest.annotations),
    dependencies: readDependencies(file, manifest.constraints),
    appTierProperties: readProperties(file, manifest.appTierProperties),
    values,
    presets: readOptional(folder, "presets.yaml"),
    schema: readOptional(folder, "schema.yaml"),
    readme: readOptional(folder, "README.md"),
  };
}

function parseManifest(file: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) {
      return parsed as Record<string, unknown>;
    }
  } catch (error) {
    fail(file, (error as Error).message);
  }
  return fail(file, "it must hold one JSON object");
}

function readAnnotations(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, String(item)]));
}

function readDependencies(file: string, constraints: unknown): PackDependency[] {
  const dependencies = (constraints as { dependencies?: unknown } | null | undefined)?.dependencies;
  if (!Array.isArray(dependencies)) return [];
  return dependencies.map((entry: Record<string, unknown>, index) => {
    const at = `constraints.dependencies[${index}]`;
    const text = (key: string) => (typeof entry[key] === "string" ? (entry[key] as string) : "");
    const type = DEPENDENCY_TYPES.find((each) => each === entry.type);
    if (type === undefined) fail(file, `"${at}.type" must be one of ${DEPENDENCY_TYPES.join(", ")}`);
    const packName = text("packName") || fail(file, `"${at}.packName" is missing`);
    return { packName, layer: text("layer"), minVersion: text("minVersion"), maxVersion: text("maxVersion"), type };
  });
}

/** What Palette's own packs call it is not documented; the name is ours. */
function readProperties(file: string, properties: unknown): PackProperty[] {
  if (!Array.isArray(properties)) return [];
  return properties.map((entry: Record<string, unknown>, index) => {
    const at = `appTierProperties[${index}]`;
    const text = (key: string) => (typeof entry[key] === "string" ? (entry[key] as string) : "");
    const name = text("name") || fail(file, `"${at}.name" is missing`);
    const type = PROPERTY_TYPES.find((each) => each === (entry.type ?? "string"));
    if (type === undefined) {
      fail(file, `"${at}.type" must be one of ${PROPERTY_TYPES.join(", ")}, not ${JSON.stringify(entry.type)}`);
    }
    return { name, displayName: text("displayName") || name, type, format: text("format"), value: text("value") };
  });
}

function readOptional(folder: string, name: string): string | undefined {
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function fail(where: string, what: string): never {
  throw new Error(`The pack cannot be loaded: ${where}: ${what}`);
}
