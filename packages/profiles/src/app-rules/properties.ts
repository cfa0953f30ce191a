import { type ServiceDescription, serviceOfPack } from "../app/service-table";
import type { AppProfileModel, TierModel } from "../model/app-profile";
import { packNameOf } from "../model/pack-name";
import { type DeepFields, knownText } from "../model/unknown";
import { nearest } from "../nearest";
import { error, type Problem, warning } from "../rules/problem";
import { type KnownTier, knownTiers } from "./known-tiers";

/** The fields that hold properties. */
export const PROPERTY_FIELDS = ["properties", "sensitiveProperties"] as const;

/** The properties of a field that are known by name; their values may not be. */
export function propertiesOf(
  tier: DeepFields<TierModel>,
  field: (typeof PROPERTY_FIELDS)[number],
): [string, unknown][] {
  const value: unknown = tier[field];
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

/** The service that a tier runs; undefined for one that is not known. */
export function serviceOfTier(tier: DeepFields<TierModel>): ServiceDescription | undefined {
  return tier.type === "operator-instance" ? serviceOfPack(packNameOf(tier)) : undefined;
}

/** A property stands once; sizes are numbers; and what a known service takes is known, if not of every version. */
export function checkProperties(profile: DeepFields<AppProfileModel>): Problem[] {
  return knownTiers(profile).flatMap((known) => [...repeated(known), ...sizes(known), ...unknown(known)]);
}

function repeated({ tier, index, label }: KnownTier): Problem[] {
  const plain = new Set(propertiesOf(tier, "properties").map(([name]) => name));
  return propertiesOf(tier, "sensitiveProperties").flatMap(([name]) => {
    if (!plain.has(name)) return [];
    const message = `the property "${name}" of tier "${label}" stands both in properties and in sensitiveProperties (sensitive_properties in HCL); leave it in one of them`;
    return [error("RepeatedProperty", ["tiers", index, "sensitiveProperties", name], message)];
  });
}

function sizes({ tier, index, label }: KnownTier): Problem[] {
  if (tier.type !== "operator-instance") return [];
  const hidden = Array.isArray(tier.sensitive) && (tier.sensitive as unknown[]).includes("properties");
  return propertiesOf(tier, "properties").flatMap(([name, value]) => {
    const text = knownText(value);
    if (!/volumesize$/i.test(name) || text === undefined || text.includes("{{")) return [];
    if (/^\d+(?:\.\d+)?$/.test(text) && Number(text) > 0) return [];
    const number = /^(\d+)\s*(?:gi?b?)?$/i.exec(text)?.[1];
    const example = number && Number(number) > 0 ? number : "8";
    const message = `the property "${name}" of tier "${label}" ${hidden ? "is" : `is "${text}", which is`} no size; write a number of GiB above 0, such as "${hidden ? "8" : example}"`;
    return [error("InvalidVolumeSize", ["tiers", index, "properties", name], message)];
  });
}

function unknown({ tier, index, label }: KnownTier): Problem[] {
  const service = serviceOfTier(tier);
  // Where the table's names are our reading, others may be right.
  if (!service || Object.values(service.properties).some(({ assumed }) => assumed)) return [];
  const known = [...Object.values(service.properties).map(({ property }) => property), ...(service.alsoKnown ?? [])];
  return PROPERTY_FIELDS.flatMap((field) =>
    propertiesOf(tier, field).flatMap(([name]) => {
      if (known.includes(name)) return [];
      const [near] = nearest(name, known, 1);
      const advice = near === undefined ? `known are ${known.join(", ")}` : `did you mean "${near}"?`;
      const message = `the property "${name}" of tier "${label}" is none that ${service.packName} is known to take; ${advice}`;
      return [warning("UnknownProperty", ["tiers", index, field, name], message)];
    }),
  );
}
