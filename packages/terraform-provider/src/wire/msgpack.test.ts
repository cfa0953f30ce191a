import { UNKNOWN } from "@palette-profiles/resource-kit";
import { decodeMsgpack, encodeMsgpack } from "./msgpack";

test("an unknown value is written as extension 0 of one byte", () => {
  expect([...encodeMsgpack(UNKNOWN)]).toEqual([0xd4, 0x00, 0x00]);
});

test.each([
  ["code 0, as providers write it", [0xd4, 0x00, 0x00]],
  ["code 0 of four bytes", [0xd6, 0x00, 0, 0, 0, 0]],
  ["code 12, with the prefix that Terraform knows", [0xc7, 0x06, 0x0c, 0x82, 0x01, 0xc2, 0x02, 0xa1, 0x62]],
  ["a code that nobody has thought of yet", [0xd4, 0x5a, 0x01]],
])("an extension is an unknown value: %s", (_, bytes) => {
  expect(decodeMsgpack(Uint8Array.from(bytes))).toBe(UNKNOWN);
});

test("unknown values stand anywhere inside a value", () => {
  const value = { a: UNKNOWN, b: [UNKNOWN, null, "x"], c: { d: UNKNOWN } };
  expect(decodeMsgpack(encodeMsgpack(value))).toEqual(value);
});

test("integers beyond what a number holds exactly are not rounded", () => {
  const large = 2n ** 63n - 1n;
  expect(decodeMsgpack(encodeMsgpack(large))).toBe(large);
  expect(decodeMsgpack(Uint8Array.of(0xcf, ...Array<number>(8).fill(0xff)))).toBe(2n ** 64n - 1n);
});

test("a text of a megabyte comes back", () => {
  const text = "värde: 1\n".repeat(100_000);
  expect(decodeMsgpack(encodeMsgpack({ text }))).toEqual({ text });
});
