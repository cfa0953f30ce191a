/** Writes ASN.1 values in DER, as far as a certificate needs them. */
export const der = {
  sequence: (...parts: Uint8Array[]) => tagged(0x30, ...parts),
  set: (...parts: Uint8Array[]) => tagged(0x31, ...parts),
  /** A positive integer, from its bytes. */
  integer: (bytes: Uint8Array) => tagged(0x02, bytes[0]! >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes),
  boolean: (value: boolean) => tagged(0x01, Buffer.of(value ? 0xff : 0)),
  /** Bits from the left; `unused` at the end of the last byte do not count. */
  bitString: (bytes: Uint8Array, unused = 0) => tagged(0x03, Buffer.of(unused), bytes),
  octetString: (...parts: Uint8Array[]) => tagged(0x04, ...parts),
  utf8: (text: string) => tagged(0x0c, Buffer.from(text)),
  /** Seconds are the finest that a certificate has. */
  time: (date: Date) => tagged(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]|\.\d+/g, "")}`)),
  oid,
  /** A part that a specification numbers: `[n]`, with the value inside it. */
  explicit: (number: number, ...parts: Uint8Array[]) => tagged(0xa0 + number, ...parts),
  /** The same for a value of text, which takes the number's place as its type. */
  implicitText: (number: number, text: string) => tagged(0x80 + number, Buffer.from(text)),
};

function tagged(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(tag), lengthOf(content.length), content]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Buffer.of(0x80 + bytes.length, ...bytes);
}

/** `1.2.840.10045.4.3.2` */
function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const bytes = [first * 40 + second];
  for (const part of rest) {
    const groups = [part % 128];
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128)) groups.unshift((left % 128) + 128);
    bytes.push(...groups);
  }
  return tagged(0x06, Buffer.from(bytes));
}
