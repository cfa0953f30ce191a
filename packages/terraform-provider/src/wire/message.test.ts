import fc from "fast-check";
import { Root } from "protobufjs/light";
import { attributePath, diagnostic, dynamicValue } from "./parts";
import { schema } from "./schema-messages";
import { calls } from "./tfplugin6";

/** The same messages, described for an independent implementation. */
const peer = Root.fromJSON({
  nested: {
    Step: {
      oneofs: { selector: { oneof: ["attributeName", "elementKeyString", "elementKeyInt"] } },
      fields: {
        attributeName: { type: "string", id: 1 },
        elementKeyString: { type: "string", id: 2 },
        elementKeyInt: { type: "int64", id: 3 },
      },
    },
    Path: { fields: { steps: { rule: "repeated", type: "Step", id: 1 } } },
    Diagnostic: {
      fields: {
        severity: { type: "int32", id: 1 },
        summary: { type: "string", id: 2 },
        detail: { type: "string", id: 3 },
        attribute: { type: "Path", id: 4 },
      },
    },
    Name: { fields: { typeName: { type: "string", id: 1 } } },
    // A map is the same on the wire as a list of entries.
    Entry: { fields: { key: { type: "string", id: 1 }, value: { type: "Schema", id: 2 } } },
    Entries: { fields: { schemas: { rule: "repeated", type: "Entry", id: 2 } } },
    Schema: { fields: { version: { type: "int64", id: 1 } } },
  },
});

const step = fc.oneof(
  fc.record({ attributeName: fc.string() }),
  fc.record({ elementKeyString: fc.string() }),
  fc.record({ elementKeyInt: fc.nat() }),
);
const told = fc.record({
  severity: fc.constantFrom(1, 2),
  summary: fc.string({ unit: "grapheme" }),
  detail: fc.string({ unit: "grapheme" }),
  attribute: fc.record({ steps: fc.array(step) }),
});

test("a diagnostic is written as another protobuf implementation reads it", () => {
  const type = peer.lookupType("Diagnostic");
  fc.assert(
    fc.property(told, (value) => {
      const read = type.toObject(type.decode(diagnostic.encode(value)), {
        longs: Number,
        defaults: true,
        arrays: true,
      });
      expect(read).toEqual(value);
    }),
  );
});

test("a diagnostic is read as another protobuf implementation writes it", () => {
  const type = peer.lookupType("Diagnostic");
  fc.assert(
    fc.property(told, (value) => {
      expect(JSON.parse(JSON.stringify(diagnostic.decode(type.encode(type.fromObject(value)).finish())))).toEqual(
        value,
      );
    }),
  );
});

test("a map is written as entries of key and value", () => {
  const bytes = calls.GetProviderSchema.response.encode({
    resourceSchemas: new Map([
      ["a", { version: 3 }],
      ["", {}],
    ]),
  });
  const type = peer.lookupType("Entries");
  expect(type.toObject(type.decode(bytes), { longs: Number })).toEqual({
    schemas: [{ key: "a", value: { version: 3 } }, { value: {} }],
  });
});

test("fields that are not described are skipped", () => {
  const name = peer.lookupType("Diagnostic").encode({ severity: 1, summary: "s", detail: "d" }).finish();
  expect(calls.StopProvider.request.decode(name)).toEqual({});
});

test("an element key of zero and an empty name are there, unlike default values elsewhere", () => {
  const { steps } = attributePath.decode(
    attributePath.encode({ steps: [{ elementKeyInt: 0 }, { attributeName: "" }] }),
  );
  expect(steps).toMatchObject([{ elementKeyInt: 0 }, { attributeName: "" }]);
  expect(dynamicValue.encode({ msgpack: new Uint8Array() })).toHaveLength(0);
});

test("blocks nest to any depth", () => {
  const inner = { typeName: "inner", nesting: 1, minItems: 0, block: { attributes: [{ name: "leaf" }] } };
  const outer = { typeName: "outer", nesting: 2, minItems: 1, block: { blockTypes: [inner] } };
  const decoded = schema.decode(schema.encode({ version: 1, block: { blockTypes: [outer] } }));
  expect(decoded.block?.blockTypes?.[0]?.block.blockTypes?.[0]?.block.attributes?.[0]?.name).toBe("leaf");
});
