import type { V1AppTierProperty } from "@palette-profiles/palette-api";
import type { Backend } from "../backend";
import { invalid } from "../errors";
import type { StoredProperty } from "../store/app-profiles";
import type { PropertyInput } from "./tier-input";

const MASK = "********";
const PASSWORD = "password";

/**
 * Properties as they are to be stored, each with the type and format its pack gives it. A client that sends the mask of
 * a password back means the one that is stored.
 */
export function storeProperties(
  backend: Backend,
  tier: { name: string; sourceAppTierUid: string; properties: readonly PropertyInput[] },
  previous: readonly StoredProperty[] = [],
): StoredProperty[] {
  const known = backend.packs.byUid(tier.sourceAppTierUid)?.appTierProperties ?? [];
  return tier.properties.map(({ name, value }) => {
    const before = previous.find((property) => property.name === name);
    // A pack may be gone since; what was a password stays one.
    const { type, format } = known.find((property) => property.name === name) ??
      before ?? { type: "string", format: "" };
    if (format !== PASSWORD || value !== MASK) return { name, value, type, format };
    if (before?.format === PASSWORD) return before;
    throw invalid(
      "InvalidTierProperty",
      `The property "${name}" of the tier "${tier.name}" is a password of which only the mask ${MASK} is given, and none is stored: give the password itself`,
      { tier: tier.name, property: name },
    );
  });
}

/** A property as it is shown: no password is. */
export function showProperty({ name, value, type, format }: StoredProperty): V1AppTierProperty {
  return { name, value: format === PASSWORD && value !== "" ? MASK : value, type, format };
}
