import { UNKNOWN } from "@palette-profiles/profiles";
import type { ProfileProperties } from "./facts";

const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";
const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";
/** How Pulumi writes values that are not known yet: one for each type. */
const UNKNOWN_TEXTS = new Set([
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/**
 * Properties as rules read them. Takes them as Pulumi's mocks give them, secrets and unknown values in envelopes, and as
 * policies get them, where reading an unknown value throws: one such value must not keep a rule from the others.
 */
export function plainProperties(properties: ProfileProperties): ProfileProperties {
  return plain(properties) as ProfileProperties;
}

function plain(value: unknown): unknown {
  if (typeof value === "string") return UNKNOWN_TEXTS.has(value) ? UNKNOWN : value;
  if (value === null) return undefined;
  if (typeof value !== "object") return value;
  // Not `map`, which reads the entries by itself.
  if (Array.isArray(value)) return Array.from({ length: value.length }, (_, index) => plainAt(value, index));
  if (plainAt(value, SIGNATURE_KEY) === SECRET_SIGNATURE) return plainAt(value, "value");
  return Object.fromEntries(Object.keys(value).map((key) => [key, plainAt(value, key)]));
}

function plainAt(holder: object, key: string | number): unknown {
  let value: unknown;
  try {
    value = (holder as Record<string | number, unknown>)[key];
  } catch {
    return UNKNOWN;
  }
  return plain(value);
}
