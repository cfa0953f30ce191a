import { Decoder, Encoder, type ExtData } from "@msgpack/msgpack";
import { UNKNOWN } from "@palette-profiles/resource-kit";

/** The extension type under which an unknown value is written. */
const UNKNOWN_CODE = 0;

/**
 * Every extension stands for an unknown value: Terraform writes code 12 where it knows something about the value (that it
 * is not null, its prefix), and may take others later. What it knows is of no use here.
 */
const extensionCodec = {
  __brand: undefined,
  tryToEncode: (value: unknown): ExtData | null =>
    value === UNKNOWN ? { type: UNKNOWN_CODE, data: new Uint8Array(1) } : null,
  decode: () => UNKNOWN,
};

// With `useBigInt64`, an integer beyond what a number holds exactly arrives as a bigint rather than rounded.
const encoder = new Encoder({ extensionCodec, useBigInt64: true });
const decoder = new Decoder({ extensionCodec, useBigInt64: true });

/** Plain values, with `null` for absent and UNKNOWN for unknown, as msgpack. */
export function encodeMsgpack(value: unknown): Uint8Array {
  return encoder.encode(value);
}

export function decodeMsgpack(bytes: Uint8Array): unknown {
  return decoder.decode(bytes);
}
