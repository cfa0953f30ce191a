import {
  type AnyValues,
  type Attribute,
  type Attributes,
  isBlock,
  isWriteOnly,
  s,
  UNKNOWN,
} from "@palette-profiles/resource-kit";
import fc from "fast-check";
import { toyProvider } from "../testing/toy";
import { decodeValues, encodeValues } from "./dynamic-value";
import { fromWire } from "./from-wire";
import { nullElements } from "./null-elements";
import { toWire } from "./to-wire";

const attributes = toyProvider().resources[0]!.attributes;
const empty = { msgpack: new Uint8Array(), json: new Uint8Array() };

/** Values of a schema: each may be absent, or unknown at any depth. */
function valuesOf(schema: Attributes): fc.Arbitrary<AnyValues> {
  const stored = Object.entries(schema).filter(([, it]) => !isWriteOnly(it));
  const record = fc.record(Object.fromEntries(stored.map(([name, it]) => [name, anyValue(it)])));
  return record.map((values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)));
}

function anyValue(attribute: Attribute): fc.Arbitrary<unknown> {
  const text = fc.string({ unit: "grapheme" });
  const element = fc.oneof({ weight: 9, arbitrary: text }, fc.constant(UNKNOWN), fc.constant(undefined));
  const kinds = {
    string: () => text,
    number: () =>
      fc.oneof(
        fc.maxSafeInteger(),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((it) => it + 0),
      ),
    bool: () => fc.boolean(),
    stringSet: () => fc.array(element),
    stringList: () => fc.array(element),
    stringMap: () =>
      fc.dictionary(
        text.filter((key) => key !== "__proto__"),
        element,
        { noNullPrototype: true },
      ),
  };
  const block = (it: Attribute & { attributes: Attributes }) => valuesOf(it.attributes);
  const arbitrary = !isBlock(attribute)
    ? kinds[attribute.kind]()
    : attribute.kind === "block"
      ? block(attribute)
      : fc.array(block(attribute), { minLength: 1, maxLength: 3 });
  return fc.oneof({ weight: 6, arbitrary }, { weight: 2, arbitrary: fc.constant(undefined) }, fc.constant(UNKNOWN));
}

test("values of any schema come back through Terraform's form as they were", () => {
  fc.assert(
    fc.property(valuesOf(attributes), (values) => {
      const wire = encodeValues(attributes, values);
      expect(decodeValues(attributes, { ...empty, ...wire })).toEqual(values);
    }),
  );
});

test("every attribute is sent, null where it is absent, and blocks as an empty list", () => {
  const wire = toWire(attributes, { name: "a" });
  expect(wire).toEqual({
    ...Object.fromEntries(Object.keys(wire).map((name) => [name, null])),
    name: "a",
    part: [],
  });
  expect(Object.keys(wire)).toEqual(expect.arrayContaining(["old_name", "part", "settings"]));
});

test("a write-only value is never sent, whatever put it there", () => {
  const wire = toWire(attributes, { name: "a", secret: UNKNOWN, settings: { pin: "4711", maxLevel: 1 } });
  expect(wire).toMatchObject({ secret: null, settings: { pin: null, max_level: 1 } });
});

test("no resource is null", () => {
  expect([...encodeValues(attributes, undefined).msgpack!]).toEqual([0xc0]);
  expect(decodeValues(attributes, { ...empty, msgpack: Uint8Array.of(0xc0) })).toBeUndefined();
  expect(decodeValues(attributes, undefined)).toBeUndefined();
});

test("JSON is read like msgpack", () => {
  const json = Buffer.from(JSON.stringify({ name: "a", old_name: null, part: [{ name: "p", screw: [] }], gone: 1 }));
  expect(decodeValues(attributes, { ...empty, json })).toEqual({ name: "a", parts: [{ name: "p" }] });
});

test.each([
  ["an int", 3, 3],
  ["a float", 0.5, 0.5],
  ["text", "12", 12],
  ["text with a fraction", "0.25", 0.25],
  ["a bigint that is small", 7n, 7],
  ["a bigint that is not", 2n ** 60n, 2n ** 60n],
  ["text beyond 64 bits", "36893488147419103232", 36893488147419103232n],
  ["text finer than a double", "0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"],
])("a number may come as %s, and goes back as the same number", (_, wire, value) => {
  const size = { size: s.number({ description: "", optional: true }) };
  expect(fromWire(size, { size: wire })).toEqual({ size: value });
  const back = fromWire(size, toWire(size, { size: value }));
  expect(back).toEqual({ size: value });
});

test("what a backend gave in another type than the schema's is turned into it or left out", () => {
  const wire = toWire(attributes, {
    name: 5,
    size: "many",
    enabled: "yes",
    labels: { a: 1 },
    parts: [null],
    notes: {},
  });
  expect(wire).toMatchObject({ name: "5", size: null, enabled: null, labels: { a: "1" }, notes: null });
  expect(wire.part).toEqual([{ name: null, uid: null, screw: [] }]);
});

test("a null inside a collection is an error at the collection", () => {
  const values = fromWire(attributes, { notes: ["a", null], labels: { x: null }, part: [{ name: "p" }] });
  expect(nullElements(attributes, values).map(({ path, detail }) => [path, detail.split(" ")[0]])).toEqual([
    [["notes"], "notes[1]"],
    [["labels"], "labels.x"],
  ]);
});
