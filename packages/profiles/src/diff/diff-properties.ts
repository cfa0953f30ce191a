import { serviceOfPack } from "../app/service-table";
import type { TierModel } from "../model/app-profile";
import { packNameOf } from "../model/pack-name";
import type { DeepFields } from "../model/unknown";
import { keyPath } from "../yaml/path";
import { fieldChange, type ProfileChange } from "./changes";

type Tier = DeepFields<TierModel>;

/** Of services that are not known, too. */
const SECRET_NAME = /(?:password|secret|token)$/i;

/**
 * The changes of a tier's properties, each under `properties.NAME` whichever field it stands in: Palette keeps one list.
 * Those of `sensitiveProperties` are sensitive, those that a service keeps secret by all
 * appearances, and those that an engine marked.
 */
export function diffProperties(layer: string, before: Tier, after: Tier): ProfileChange[] {
  const changes = (["properties", "sensitiveProperties"] as const).flatMap((field): ProfileChange[] => {
    if (typeof before[field] !== "symbol" && typeof after[field] !== "symbol") return [];
    return before[field] === after[field] ? [] : [{ layer, path: field, kind: "change", after: after[field] }];
  });
  const unknown = changes.length > 0;
  const names = [...new Set([...propertyNames(before), ...propertyNames(after)])];
  return [
    ...changes,
    ...names.flatMap((name) => {
      const [left, right] = [propertyOf(before, name), propertyOf(after, name)];
      // What is in a map that is not known yet is not gone.
      if (unknown && (left === undefined || right === undefined)) return [];
      const isSensitive = isSecret(before, name) || isSecret(after, name);
      return fieldChange({ layer }, keyPath("properties", name), left, right).map((change) =>
        isSensitive ? { ...change, sensitive: true } : change,
      );
    }),
  ];
}

/** The names of all properties, in their order. */
export function propertyNames(tier: Tier): string[] {
  return [...Object.keys(mapOf(tier.properties)), ...Object.keys(mapOf(tier.sensitiveProperties))];
}

function propertyOf(tier: Tier, name: string): unknown {
  return ownOf(tier.sensitiveProperties, name) ?? ownOf(tier.properties, name);
}

function isSecret(tier: Tier, name: string): boolean {
  if (SECRET_NAME.test(name) || Object.hasOwn(mapOf(tier.sensitiveProperties), name)) return true;
  const marked: unknown[] = Array.isArray(tier.sensitive) ? tier.sensitive : [];
  if (["properties", "sensitiveProperties", keyPath("properties", name)].some((path) => marked.includes(path)))
    return true;
  const known = Object.values(serviceOfPack(packNameOf(tier))?.properties ?? {});
  return known.some(({ property, sensitive }) => sensitive && property === name);
}

function mapOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** A property may be named as one that every object has. */
function ownOf(value: unknown, name: string): unknown {
  const map = mapOf(value);
  return Object.hasOwn(map, name) ? map[name] : undefined;
}
