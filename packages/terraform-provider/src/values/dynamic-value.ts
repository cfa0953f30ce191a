import { type AnyValues, type Attributes, isObject } from "@palette-profiles/resource-kit";
import type { Encodable } from "../wire/message";
import { decodeMsgpack, encodeMsgpack } from "../wire/msgpack";
import type { dynamicValue, WireDynamicValue } from "../wire/parts";
import { fromWire } from "./from-wire";
import { toWire } from "./to-wire";

/** A resource's values, or `undefined` for null: no resource. */
export function decodeValues(attributes: Attributes, value: WireDynamicValue | undefined): AnyValues | undefined {
  const object = decodeObject(value);
  return object === undefined ? undefined : fromWire(attributes, object);
}

export function encodeValues(attributes: Attributes, values: AnyValues | undefined): Encodable<typeof dynamicValue> {
  return { msgpack: encodeMsgpack(values === undefined ? null : toWire(attributes, values)) };
}

/** A value in either of the forms that it may come in. OpenTofu sends neither for null. */
export function decodeDynamic(value: WireDynamicValue | undefined): unknown {
  if (value === undefined) return null;
  if (value.msgpack.length > 0) return decodeMsgpack(value.msgpack);
  return value.json.length > 0 ? (JSON.parse(Buffer.from(value.json).toString("utf8")) as unknown) : null;
}

function decodeObject(value: WireDynamicValue | undefined): AnyValues | undefined {
  const decoded = decodeDynamic(value);
  if (decoded === null) return undefined;
  if (!isObject(decoded)) throw new Error("Terraform sent a value that is not an object");
  return decoded;
}
