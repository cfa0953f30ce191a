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

function decodeObject(value: WireDynamicValue | undefined): AnyValues | undefined {
  if (value === undefined) return undefined;
  const decoded =
    value.msgpack.length > 0
      ? decodeMsgpack(value.msgpack)
      : value.json.length > 0
        ? (JSON.parse(Buffer.from(value.json).toString("utf8")) as unknown)
        : null;
  if (decoded === null) return undefined;
  if (!isObject(decoded)) throw new Error("Terraform sent a value that is not an object");
  return decoded;
}
