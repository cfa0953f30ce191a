import { type FunctionType, isObject, UNKNOWN } from "@palette-profiles/resource-kit";
import type { Encodable } from "../wire/message";
import { encodeMsgpack } from "../wire/msgpack";
import type { dynamicValue, WireDynamicValue } from "../wire/parts";
import { decodeDynamic } from "./dynamic-value";
import { numberFromWire } from "./from-wire";

/** Any type as Terraform writes it in JSON. */
type AnyType = string | readonly [string, ...unknown[]];

/** A function's argument as the function sees it: `undefined` for null, UNKNOWN where it is unknown. */
export function decodeArgument(type: FunctionType, wire: WireDynamicValue): unknown {
  const value = decodeDynamic(wire);
  if (type === "dynamic") return fromType("dynamic", value) ?? undefined;
  return (type === "number" ? numberFromWire(value) : value) ?? undefined;
}

export function encodeResult(type: FunctionType, value: unknown): Encodable<typeof dynamicValue> {
  return { msgpack: encodeMsgpack(type === "dynamic" ? typed(value) : (value ?? null)) };
}

/** A value of which the type is known, in plain JSON. A value of any type comes together with its own. */
function fromType(type: AnyType, value: unknown): unknown {
  if (value === null || value === UNKNOWN) return value;
  if (type === "dynamic") {
    // JSON has names where msgpack has places.
    if (isObject(value)) return fromType(value.type as AnyType, value.value);
    const [own, inner] = value as [Uint8Array, unknown];
    return fromType(JSON.parse(Buffer.from(own).toString("utf8")) as AnyType, inner);
  }
  if (type === "number") return numberFromWire(value);
  if (typeof type === "string") return value;
  const [kind, of] = type as [string, AnyType];
  const inner = of as unknown as Record<string | number, AnyType>;
  const typeAt = (key: string | number): AnyType => (kind === "object" || kind === "tuple" ? inner[key]! : of);
  if (Array.isArray(value)) return value.map((element: unknown, index) => fromType(typeAt(index), element));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, fromType(typeAt(key), element)]));
}

/** A value together with its type, as Terraform wants what may be of any type. */
function typed(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (value === UNKNOWN) return UNKNOWN;
  return [Buffer.from(JSON.stringify(typeOf(value))), withTypes(value)];
}

function typeOf(value: unknown): AnyType {
  if (Array.isArray(value)) return ["tuple", value.map(typeOf)];
  if (isObject(value)) {
    return ["object", Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, typeOf(inner)]))];
  }
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "bool";
  return typeof value === "number" || typeof value === "bigint" ? "number" : "dynamic";
}

/** The value as its own type says: only null and unknown have none, and they are written alike in all types. */
function withTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTypes);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, withTypes(it)]));
  return value ?? null;
}
