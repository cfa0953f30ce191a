import { type ProfileProperties, UNKNOWN } from "@palette-profiles/profiles";
import { SECRET_SIGNATURE, SIGNATURE_KEY, UNKNOWNS } from "../runtime/wire-marks";

/**
 * Properties as rules read them. Takes them as Pulumi's mocks give them, secrets and unknown values in envelopes, and as
 * policies get them, where reading an unknown value throws: one such value must not keep a rule from the others.
 */
export function plainProperties(properties: ProfileProperties): ProfileProperties {
  return plain(properties) as ProfileProperties;
}

function plain(value: unknown): unknown {
  if (typeof value === "string") return UNKNOWNS.has(value) ? UNKNOWN : value;
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
