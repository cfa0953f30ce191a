import { UNKNOWN } from "@palette-profiles/profiles";
import { type JsonObject, listOf, objectOf } from "./json";

/**
 * An object of a plan with what the plan says beside it: which values are unknown and which are sensitive. Both come as
 * `true` for all of it, or as an object of the same shape.
 */
export interface MarkedObject {
  value: JsonObject;
  unknown: unknown;
  sensitive: unknown;
}

/** The attribute, or the unknown symbol; null reads as missing. */
export function attribute(from: MarkedObject, name: string): unknown {
  if (isMarked(from.unknown, name)) return UNKNOWN;
  return from.value[name] ?? undefined;
}

/** The blocks under a name, each with its marks; the unknown symbol where their number is not known. */
export function blocks(from: MarkedObject, name: string): MarkedObject[] | typeof UNKNOWN {
  if (isMarked(from.unknown, name)) return UNKNOWN;
  return listOf(from.value[name]).map((value, index) => ({
    value: objectOf(value),
    unknown: listOf(objectOf(from.unknown)[name])[index],
    sensitive: isMarked(from.sensitive, name) || listOf(objectOf(from.sensitive)[name])[index],
  }));
}

/** Whether an attribute, or anything inside it, is sensitive. */
export function isSensitive(from: MarkedObject, name: string): boolean {
  return isMarked(from.sensitive, name) || holdsTrue(objectOf(from.sensitive)[name]);
}

function isMarked(marks: unknown, name: string): boolean {
  return marks === true || objectOf(marks)[name] === true;
}

function holdsTrue(marks: unknown): boolean {
  return marks === true || (marks !== null && typeof marks === "object" && Object.values(marks).some(holdsTrue));
}
