import { encodeTag, encodeVarint, LENGTH_DELIMITED, ProtoReader, VARINT } from "./protobuf";

/** Reads and writes one kind of message. `In` is what may be given to be written: every field may be left out. */
export interface Message<Out, In = Out> {
  encode(value: In): Buffer;
  decode(bytes: Uint8Array): Out;
}

/** One field: its number, and how its value is read and written. */
interface Field<Out, In = Out> {
  number: number;
  /** The value of a field that is not in the message. */
  absent(): Out;
  read(reader: ProtoReader, before: Out): Out;
  write(value: In, out: Uint8Array[]): void;
}

type Fields = Record<string, Field<unknown>>;
type OutOf<F extends Fields> = { [K in keyof F]: F[K] extends Field<infer Out, infer _> ? Out : never };
type InOf<F extends Fields> = { [K in keyof F]?: F[K] extends Field<infer _, infer In> ? In | undefined : never };

/** What a decoded message holds. */
export type Decoded<M> = M extends Message<infer Out, infer _> ? Out : never;
/** What a message is made from. */
export type Encodable<M> = M extends Message<infer _, infer In> ? In : never;

/** A message, described by its fields: `message({ typeName: string(1), config: nested(2, dynamicValue) })`. */
export function message<const F extends Fields>(fields: F): Message<OutOf<F>, InOf<F>> {
  const byNumber = new Map(Object.entries(fields).map(([name, field]) => [field.number, { name, field }]));
  return {
    encode(value) {
      const out: Uint8Array[] = [];
      for (const [name, field] of Object.entries(fields)) {
        const part: unknown = value[name];
        if (part !== undefined) field.write(part, out);
      }
      return Buffer.concat(out);
    },
    decode(bytes) {
      const value: Record<string, unknown> = {};
      for (const [name, field] of Object.entries(fields)) value[name] = field.absent();
      const reader = new ProtoReader(bytes);
      while (!reader.done) {
        const { field: number, wireType } = reader.tag();
        const known = byNumber.get(number);
        if (known === undefined) reader.skip(wireType);
        else value[known.name] = known.field.read(reader, value[known.name]);
      }
      return value as OutOf<F>;
    },
  };
}

/** A field's value as bytes with their length in front. */
function writeBytes(number: number, bytes: Uint8Array, out: Uint8Array[]): void {
  out.push(encodeTag(number, LENGTH_DELIMITED), encodeVarint(bytes.length), bytes);
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}

export function string(number: number): Field<string> {
  return {
    number,
    absent: () => "",
    read: (reader) => text(reader.bytes()),
    write: (value, out) => value !== "" && writeBytes(number, Buffer.from(value), out),
  };
}

export function bytes(number: number): Field<Uint8Array> {
  return {
    number,
    absent: () => new Uint8Array(),
    read: (reader) => reader.bytes(),
    write: (value, out) => value.length > 0 && writeBytes(number, value, out),
  };
}

/** An int64 or an enum: none of those used here leaves the range that a number holds exactly. */
export function int(number: number): Field<number> {
  return {
    number,
    absent: () => 0,
    read: (reader) => reader.varint(),
    write: (value, out) => value !== 0 && out.push(encodeTag(number, VARINT), encodeVarint(value)),
  };
}

export function bool(number: number): Field<boolean> {
  return {
    number,
    absent: () => false,
    read: (reader) => reader.varint() !== 0,
    write: (value, out) => value && out.push(encodeTag(number, VARINT), encodeVarint(1)),
  };
}

/** A member of a oneof: there or not, also where its value is the default. */
export const oneof = {
  string: (number: number): Field<string | undefined> => ({
    number,
    absent: () => undefined,
    read: (reader) => text(reader.bytes()),
    write: (value, out) => value !== undefined && writeBytes(number, Buffer.from(value), out),
  }),
  int: (number: number): Field<number | undefined> => ({
    number,
    absent: () => undefined,
    read: (reader) => reader.varint(),
    write: (value, out) => value !== undefined && out.push(encodeTag(number, VARINT), encodeVarint(value)),
  }),
};

export function nested<Out, In>(number: number, type: Message<Out, In>): Field<Out | undefined, In> {
  return {
    number,
    absent: () => undefined,
    read: (reader) => type.decode(reader.bytes()),
    write: (value, out) => writeBytes(number, type.encode(value), out),
  };
}

export function repeated<Out, In>(number: number, type: Message<Out, In>): Field<Out[], readonly In[]> {
  return {
    number,
    absent: () => [],
    read: (reader, before) => [...before, type.decode(reader.bytes())],
    write: (values, out) => {
      for (const value of values) writeBytes(number, type.encode(value), out);
    },
  };
}

/** A map from names to messages. */
export function mapOf<Out, In>(
  number: number,
  type: Message<Out, In>,
): Field<ReadonlyMap<string, Out>, ReadonlyMap<string, In>> {
  const entry = message({ key: string(1), value: nested(2, type) });
  return {
    number,
    absent: () => new Map(),
    read(reader, before) {
      const { key, value } = entry.decode(reader.bytes());
      return new Map([...before, [key, value ?? type.decode(new Uint8Array())]]);
    },
    write: (values, out) => {
      for (const [key, value] of values) writeBytes(number, entry.encode({ key, value }), out);
    },
  };
}
