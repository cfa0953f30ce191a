import { type AppProfileModel, TIER_TYPES } from "../model/app-profile";
import type { ManifestModel } from "../model/profile";
import { type DeepFields, knownItems, knownText } from "../model/unknown";
import { nearest } from "../nearest";
import { error, type Problem } from "../rules/problem";
import { repeats } from "../rules/repeats";
import { type KnownTier, knownTiers } from "./known-tiers";

const NAME = /^[\w-]+$/;

/**
 * Tiers and manifests are told apart by name. A tier's name is part of the references to its outputs, so it holds what
 * these can hold. A type is one that Palette knows.
 */
export function checkTierNames(profile: DeepFields<AppProfileModel>): Problem[] {
  const tiers = knownTiers(profile);
  const names = tiers.map(({ tier, index }) => ({ text: tier.name, at: index }));
  const repeated = repeats(names).map(({ text, at, other }) =>
    error(
      "DuplicateTier",
      ["tiers", at, "name"],
      `tiers ${other + 1} and ${at + 1} are both named "${text}"; rename one`,
    ),
  );
  return [...tiers.flatMap(nameProblems), ...repeated, ...tiers.flatMap(typeProblems), ...tiers.flatMap(manifestNames)];
}

function nameProblems({ tier, index }: KnownTier): Problem[] {
  const name = knownText(tier.name);
  const path = ["tiers", index, "name"];
  if (name === undefined || NAME.test(name)) return [];
  if (name.trim() === "") return [error("EmptyName", path, `tier ${index + 1} has an empty name; give it one`)];
  const meant = name.replace(/[^\w-]+/g, "-").replace(/^-+|-+$/g, "");
  const message = `the name "${name}" of tier ${index + 1} cannot stand in a reference to its outputs; use letters, digits, "_" and "-"${meant ? `, such as "${meant}"` : ""}`;
  return [error("InvalidTierName", path, message)];
}

function typeProblems({ tier, index, label }: KnownTier): Problem[] {
  const type = knownText(tier.type);
  if (type === undefined || (TIER_TYPES as readonly string[]).includes(type)) return [];
  const [near] = nearest(type, TIER_TYPES, 1);
  const hint = near ? `; did you mean "${near}"?` : "";
  const message = `the type "${type}" of tier "${label}" is unknown; use one of ${TIER_TYPES.join(", ")}${hint}`;
  return [error("UnknownTierType", ["tiers", index, "type"], message)];
}

function manifestNames({ tier, index, label }: KnownTier): Problem[] {
  const names = knownItems<ManifestModel>(tier.manifests).map(({ item, index: at }) => ({ text: item.name, at }));
  const path = (at: number) => ["tiers", index, "manifests", at, "name"];
  const empty = names.filter(({ text }) => typeof text === "string" && text.trim() === "");
  return [
    ...empty.map(({ at }) =>
      error("EmptyName", path(at), `manifest ${at + 1} of tier "${label}" has an empty name; give it one`),
    ),
    ...repeats(names).map(({ text, at, other }) =>
      error(
        "DuplicateManifest",
        path(at),
        `manifests ${other + 1} and ${at + 1} of tier "${label}" are both named "${text}"; rename one`,
      ),
    ),
  ];
}
