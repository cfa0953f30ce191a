import { UNKNOWN } from "@palette-profiles/resource-kit";
import fc from "fast-check";
import { type ServedToy, serveToy } from "../testing/serve-toy";
import { decodeMsgpack, encodeMsgpack } from "../wire/msgpack";

let toy: ServedToy;
beforeAll(async () => {
  toy = await serveToy({ configured: false });
});
afterAll(() => toy.close());

const argument = (value: unknown) => ({ msgpack: encodeMsgpack(value) });
const typed = (type: unknown, value: unknown) => argument([Buffer.from(JSON.stringify(type)), value]);
const call = (name: string, ...values: ReturnType<typeof argument>[]) =>
  toy.client.call("CallFunction", { name, arguments: values });

async function result(name: string, ...values: ReturnType<typeof argument>[]) {
  const answer = await call(name, ...values);
  expect(answer.error).toBeUndefined();
  return decodeMsgpack(answer.result!.msgpack);
}

/** A value of any type as it comes from the wire, without its type. */
async function same(value: ReturnType<typeof argument>) {
  const back = (await result("same", value)) as [Uint8Array, unknown] | null;
  return back === null ? null : [JSON.parse(Buffer.from(back[0]).toString()), back[1]];
}

test("signatures have Terraform's names and types, and say what is deprecated", async () => {
  const { functions } = await toy.client.call("GetFunctions", {});
  const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();
  const shapes = [...functions].map(([name, it]) => [
    name,
    it.parameters.map((each) => `${each.name}: ${text(each.type)}`),
    it.variadicParameter && text(it.variadicParameter.type),
    text(it.return?.type),
    it.deprecationMessage,
  ]);
  expect(shapes).toEqual([
    ["join_texts", ['some_text: "string"'], '"string"', '"string"', ""],
    ["same", ['it: "dynamic"'], undefined, '"dynamic"', ""],
    [
      "count",
      ['numbers: "number"', 'more: "bool"', 'texts: ["list","string"]', 'named: ["map","string"]'],
      undefined,
      '"number"',
      "use `length`",
    ],
    ["later", [], undefined, '["map","string"]', ""],
  ]);
  expect(functions.get("same")!.parameters[0]).toMatchObject({ allowNullValue: true, allowUnknownValues: true });
});

test("they answer before the provider is configured, with as many arguments as are given", async () => {
  expect(await result("join_texts", argument("-"), argument("a"), argument("b"))).toBe("a-b");
  expect(await result("join_texts", argument("-"))).toBe("");
});

test("arguments of every type arrive, numbers as text too", async () => {
  const list = argument(["a", "b"]);
  expect(await result("count", argument(1), argument(true), list, argument({ x: "y" }))).toBe(5);
  expect(await result("count", argument("40"), argument(false), argument([]), argument(null))).toBe(40);
});

test("null may come as nothing at all, as OpenTofu sends it, and a value as JSON", async () => {
  const nothing = { msgpack: new Uint8Array() };
  expect(await result("count", argument(1), argument(true), argument([]), nothing)).toBe(2);
  expect(await result("same", nothing)).toBeNull();
  const json = { ...nothing, json: Buffer.from('{"type":["list","number"],"value":["1",2]}') };
  expect(await same(json)).toEqual([
    ["tuple", ["number", "number"]],
    [1, 2],
  ]);
});

test("a result that is not known is unknown", async () => {
  expect(await result("later")).toBe(UNKNOWN);
});

test("an error points at its argument, also at one of many", async () => {
  const answer = await call("join_texts", argument("-"), argument("a"), argument(""));
  expect(answer).toEqual({
    result: undefined,
    error: { text: "part 2 is empty: leave it out", functionArgument: 2 },
  });
  const first = await call("later", argument("x"));
  expect(first.error).toEqual({ text: "later takes 0 arguments and not more.", functionArgument: 0 });
});

test("a function that is not there is an error without an argument", async () => {
  expect((await call("nothing")).error).toEqual({
    text: 'There is no function "nothing" in this provider.',
    functionArgument: undefined,
  });
});

describe("a value of any type", () => {
  test("comes with its type, and goes back with one that means the same", async () => {
    const object = ["object", { a: ["list", "number"], b: ["tuple", ["string", "bool"]], c: "dynamic" }];
    const inner = { a: [1, "2"], b: ["x", true], c: [Buffer.from('"number"'), "3"] };
    expect(await same(typed(object, inner))).toEqual([
      ["object", { a: ["tuple", ["number", "number"]], b: ["tuple", ["string", "bool"]], c: "number" }],
      { a: [1, 2], b: ["x", true], c: 3 },
    ]);
  });

  test("may be null or unknown, as a whole or inside", async () => {
    expect(await result("same", argument(null))).toBeNull();
    expect(await result("same", argument(UNKNOWN))).toBe(UNKNOWN);
    expect(await same(typed(["map", "string"], { a: null, b: UNKNOWN }))).toEqual([
      ["object", { a: "dynamic", b: "dynamic" }],
      { a: null, b: UNKNOWN },
    ]);
  });

  test("of plain JSON comes back as it was", async () => {
    const leaf = fc.oneof(fc.string(), fc.boolean(), fc.maxSafeInteger(), fc.constant(UNKNOWN));
    const key = fc.string().filter((name) => name !== "__proto__");
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { weight: 3, arbitrary: leaf },
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(key, tie("value"), { maxKeys: 3, noNullPrototype: true }),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(value, async (it) => {
        const back = await result("same", argument(typedBy(it)));
        expect(back === UNKNOWN ? UNKNOWN : (back as [unknown, unknown])[1]).toEqual(it);
      }),
      { numRuns: 50 },
    );
  });
});

/** A value with a type of its own around every part, as Terraform never writes it but may. */
function typedBy(it: unknown): unknown {
  if (it === UNKNOWN) return UNKNOWN;
  const type = Array.isArray(it) ? ["list", "dynamic"] : typeof it === "object" ? ["map", "dynamic"] : kindOf(it);
  const inner = Array.isArray(it)
    ? it.map(typedBy)
    : typeof it === "object" && it !== null
      ? Object.fromEntries(Object.entries(it).map(([name, value]) => [name, typedBy(value)]))
      : it;
  return [Buffer.from(JSON.stringify(type)), inner];
}

function kindOf(it: unknown): string {
  return typeof it === "boolean" ? "bool" : typeof it === "number" ? "number" : "string";
}
