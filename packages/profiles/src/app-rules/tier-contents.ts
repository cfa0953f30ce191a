import type { AppProfileModel } from "../model/app-profile";
import { type DeepFields, knownItems, knownText } from "../model/unknown";
import { error, type Problem } from "../rules/problem";
import { type KnownTier, knownTiers } from "./known-tiers";

/** What a tier holds goes with its type: properties with services, manifests with all others, and manifests have one. */
export function checkTierContents(profile: DeepFields<AppProfileModel>): Problem[] {
  return knownTiers(profile).flatMap((known) => [...manifestProblems(known), ...propertyProblems(known)]);
}

function manifestProblems({ tier, index, label }: KnownTier): Problem[] {
  const path = ["tiers", index, "manifests"];
  const count = knownItems(tier.manifests).length;
  if (tier.type === "operator-instance" && count > 0) {
    const message = `tier "${label}" is a service (operator-instance), which takes no manifests, but has ${count}; move ${count === 1 ? "it" : "them"} to a tier of the type manifest`;
    return [error("UnexpectedManifests", path, message)];
  }
  if (tier.type === "manifest" && Array.isArray(tier.manifests) && tier.manifests.length === 0) {
    const message = `tier "${label}" is of the type manifest, but has none; give it one at least`;
    return [error("NoManifest", path, message)];
  }
  return [];
}

function propertyProblems({ tier, index, label }: KnownTier): Problem[] {
  const type = knownText(tier.type);
  if (type === undefined || type === "operator-instance") return [];
  return (["properties", "sensitiveProperties"] as const).flatMap((field) => {
    const value = tier[field];
    if (typeof value !== "object" || value === null || Object.keys(value).length === 0) return [];
    const message = `tier "${label}" is of the type ${type}, which takes no properties; write what it needs into its values, or make its type operator-instance`;
    return [error("UnexpectedProperties", ["tiers", index, field], message)];
  });
}
