import fc from "fast-check";
import { encodeTag, encodeVarint, ProtoReader } from "./protobuf";

describe("varints", () => {
  test("every safe integer comes back, negative ones included", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(new ProtoReader(encodeVarint(value)).varint()).toBe(value);
      }),
    );
  });

  test("the bytes are those of the specification", () => {
    expect([...encodeVarint(150)]).toEqual([0x96, 0x01]);
    expect([...encodeVarint(-1)]).toEqual([...Array<number>(9).fill(0xff), 0x01]);
    expect([...encodeTag(2, 2)]).toEqual([0x12]);
  });

  test("one that never ends is refused", () => {
    expect(() => new ProtoReader(new Uint8Array(11).fill(0xff)).varint()).toThrow("longer than ten bytes");
  });
});

describe("reading", () => {
  test("a message that is cut off is refused", () => {
    expect(() => new ProtoReader(Uint8Array.of(5, 1, 2)).bytes()).toThrow("ends too early");
    expect(() => new ProtoReader(Uint8Array.of(0x80)).varint()).toThrow("ends too early");
  });

  test("fields of every wire type can be skipped", () => {
    const reader = new ProtoReader(Uint8Array.of(7, 2, 1, 1, ...Array<number>(8).fill(0), ...Array<number>(4).fill(0)));
    for (const wireType of [0, 2, 1, 5]) reader.skip(wireType);
    expect(reader.done).toBe(true);
    expect(() => reader.skip(3)).toThrow("wire type 3");
  });
});
