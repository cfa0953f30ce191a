import {
  type AnyValues,
  type Attribute,
  type Attributes,
  isBlock,
  isObject,
  isWriteOnly,
  keysOf,
  type Path,
} from "@palette-profiles/resource-kit";
import { propertyName } from "../../runtime/wire";
import { SECRET_SIGNATURE, SIGNATURE_KEY } from "../../runtime/wire-marks";
import { hides, needlesIn } from "./needles";

/** What a program keeps secret in a resource. */
export interface Secrets {
  /** Attributes, with elements by their keys, so that an element that moves takes its secret along. */
  places: ReadonlySet<string>;
  /** The secret texts, which may not stand in the clear in what is told or computed. */
  needles: readonly string[];
}

/** @param paths where the properties of `values` had a secret envelope: by Pulumi's names, and positions. */
export function secretsOf(attributes: Attributes, values: AnyValues, paths: readonly Path[]): Secrets {
  const needles = new Set<string>();
  const places = paths.flatMap((path) => {
    const [first, ...rest] = path;
    const name = Object.keys(attributes).find((each) => propertyName(each) === first);
    if (name === undefined) return [];
    const { place, value } = keyed(attributes[name]!, values[name], rest, [name]);
    for (const needle of needlesIn(value)) needles.add(needle);
    return [placeText(place)];
  });
  return { places: new Set(places), needles: [...needles] };
}

export function bothSecrets(a: Secrets, b: Secrets): Secrets {
  return { places: new Set([...a.places, ...b.places]), needles: [...new Set([...a.needles, ...b.needles])] };
}

/**
 * The values with an envelope around each that is a secret: what the program keeps secret, what the schema says always is,
 * and what is computed and holds a secret's text.
 */
export function sealed(attributes: Attributes, values: AnyValues, secrets: Secrets): AnyValues {
  return sealedAt(attributes, values, secrets, []);
}

function sealedAt(attributes: Attributes, values: AnyValues, secrets: Secrets, at: readonly string[]): AnyValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const attribute = attributes[name];
      if (attribute === undefined || value === undefined) return [name, value];
      return [name, sealedOne(attribute, value, secrets, [...at, name])];
    }),
  );
}

function sealedOne(attribute: Attribute, value: unknown, secrets: Secrets, place: readonly string[]): unknown {
  const always = attribute.sensitive === true || isWriteOnly(attribute);
  if (always || secrets.places.has(placeText(place))) return envelope(value);
  if (!isBlock(attribute)) return isDerived(attribute) && hides(secrets.needles, value) ? envelope(value) : value;
  if (attribute.kind === "block") {
    return isObject(value) ? sealedAt(attribute.attributes, value, secrets, place) : value;
  }
  if (!Array.isArray(value)) return value;
  const keys = keysOf(attribute, value);
  return value.map((element: unknown, index) => {
    const here = [...place, keys[index]!];
    if (secrets.places.has(placeText(here))) return envelope(element);
    return isObject(element) ? sealedAt(attribute.attributes, element, secrets, here) : element;
  });
}

/** The place of a path, down to the attribute in which it ends: a text in a list or map makes all of that secret. */
function keyed(
  attribute: Attribute,
  value: unknown,
  rest: Path,
  place: readonly string[],
): { place: readonly string[]; value: unknown } {
  const [step, ...more] = rest;
  if (step === undefined || !isBlock(attribute)) return { place, value };
  if (attribute.kind === "block") {
    const inner = attribute.attributes[step];
    if (inner === undefined || !isObject(value)) return { place, value };
    return keyed(inner, value[step], more, [...place, String(step)]);
  }
  if (!Array.isArray(value)) return { place, value };
  const element: unknown = value[Number(step)];
  const here = [...place, keysOf(attribute, value)[Number(step)] ?? ""];
  const [name, ...deeper] = more;
  const inner = name === undefined ? undefined : attribute.attributes[name];
  if (inner === undefined || !isObject(element)) return { place: here, value: element };
  return keyed(inner, element[name!], deeper, [...here, String(name)]);
}

/** Palette alone gives it, so it may repeat what stands elsewhere. */
function isDerived(attribute: Attribute): boolean {
  return !isBlock(attribute) && attribute.computed === true && attribute.optional !== true;
}

/** A value as Pulumi writes a secret. */
export function envelope(value: unknown): AnyValues {
  return { [SIGNATURE_KEY]: SECRET_SIGNATURE, value };
}

const placeText = (place: readonly string[]): string => JSON.stringify(place);
