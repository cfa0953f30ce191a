import fc from "fast-check";
import type { Resource } from "./resource";
import { type AnyValues, type Attribute, type Attributes, isBlock, isComputed, isWriteOnly } from "./schema";
import { UNKNOWN } from "./unknown";

/** What a random resource's backend holds: one object, if any, and what it was told in secret. */
export interface Shelf {
  held: AnyValues | undefined;
  secrets: unknown[];
}

/** A random schema, a resource of that shape, and configs for it. */
export interface RandomCase {
  attributes: Attributes;
  resource: Resource<Shelf>;
  configs: AnyValues[];
}

const described = { description: "Random." };
const words = fc.constantFrom("", "a", " a", "a b", "e\u0301", "\u00e9");
const sameIfTrimmed = (a: string, b: string): boolean => a.trim() === b.trim();

/** Who gives the value, in every way that a schema can say. */
const presence = (given: fc.Arbitrary<unknown>): fc.Arbitrary<object> =>
  fc.oneof(
    fc.constant({ required: true }),
    fc.constant({ optional: true }),
    fc.constant({ optional: true, computed: true }),
    fc.constant({ computed: true }),
    fc.constant({ optional: true, writeOnly: true }),
    fc.constant({ required: true, writeOnly: true }),
    given.map((value) => ({ optional: true, default: value })),
  );

const valuesByKind = {
  string: words,
  number: fc.nat(3),
  bool: fc.boolean(),
  stringSet: fc.uniqueArray(words, { maxLength: 2 }),
  stringList: fc.array(words, { maxLength: 2 }),
  stringMap: fc.dictionary(fc.constantFrom("k", "l"), words, { noNullPrototype: true }),
} as const satisfies Record<Exclude<Attribute["kind"], "block" | "blockList">, fc.Arbitrary<unknown>>;

const leaf: fc.Arbitrary<Attribute> = fc
  .constantFrom(...(Object.keys(valuesByKind) as (keyof typeof valuesByKind)[]))
  .chain((kind) => {
    const more = fc.record({
      equal: fc.constantFrom(undefined, kind === "string" ? sameIfTrimmed : undefined),
      replaces: fc.constantFrom(false, false, true),
    });
    return fc
      .tuple(presence(valuesByKind[kind]), more)
      .map(([who, rest]) => ({ ...described, ...who, ...("writeOnly" in who ? {} : rest), kind }) as Attribute);
  });

/** Attributes by the names `a`, `b`, and so on; blocks hold a level less. */
function attributesOf(depth: number): fc.Arbitrary<Attributes> {
  const attribute: fc.Arbitrary<Attribute> =
    depth === 0
      ? leaf
      : fc.oneof(
          { weight: 4, arbitrary: leaf },
          attributesOf(depth - 1).map((attributes): Attribute => ({ ...described, kind: "block", attributes })),
          attributesOf(depth - 1).map((attributes): Attribute => {
            const name = { ...described, kind: "string", required: true } as const;
            const key = (element: AnyValues) => (typeof element.name === "string" ? element.name : undefined);
            return { ...described, kind: "blockList", key, attributes: { ...attributes, name } };
          }),
        );
  return fc
    .array(attribute, { minLength: 1, maxLength: 4 })
    .map((all) => Object.fromEntries(all.map((each, index) => [String.fromCharCode(97 + index), each])));
}

/** Configs that Terraform would let through: what is required is there, and nothing that only the backend gives. */
function configsOf(attributes: Attributes): fc.Arbitrary<AnyValues> {
  const entries = Object.entries(attributes).flatMap(([name, attribute]) => {
    const value = configValue(attribute);
    if (value === undefined) return [];
    // The name tells elements apart, and is known in most programs.
    const unknown = fc.oneof({ weight: 6, arbitrary: value }, fc.constant(UNKNOWN));
    const given = name === "name" || attribute.kind === "blockList" ? value : unknown;
    const must = !isBlock(attribute) && attribute.required === true;
    return [[name, must ? given : fc.option(given, { nil: undefined })] as const];
  });
  return fc
    .record(Object.fromEntries(entries))
    .map((values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)));
}

function configValue(attribute: Attribute): fc.Arbitrary<unknown> | undefined {
  if (attribute.kind === "block") return configsOf(attribute.attributes);
  if (attribute.kind === "blockList") {
    return fc.uniqueArray(configsOf(attribute.attributes), {
      minLength: 1,
      maxLength: 3,
      selector: (element) => element.name,
    });
  }
  return attribute.computed === true && attribute.optional !== true ? undefined : valuesByKind[attribute.kind];
}

export const randomCases: fc.Arbitrary<RandomCase> = attributesOf(2).chain((attributes) =>
  fc.array(configsOf(attributes), { minLength: 1, maxLength: 3 }).map((configs) => ({
    attributes,
    resource: randomResource(attributes),
    configs,
  })),
);

/** A resource whose backend normalises what it can, and fills in what it gives. */
function randomResource(attributes: Attributes): Resource<Shelf> {
  const hold = (shelf: Shelf, planned: AnyValues, config: AnyValues) => {
    shelf.held = stored(attributes, planned);
    shelf.secrets.push(...secretsOf(attributes, config));
    return shelf.held;
  };
  return {
    type: "random",
    ...described,
    attributes,
    version: 0,
    create: async (planned, { context, config }) => hold(context, planned, config),
    update: async (_, planned, { context, config }) => hold(context, planned, config),
    read: async (_, { context }) => context.held,
    delete: async (_, { context }) => {
      context.held = undefined;
    },
  };
}

/** As a backend keeps it: texts decomposed and trimmed where that means the same, and all that it gives itself. */
function stored(attributes: Attributes, planned: AnyValues): AnyValues {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => {
      const value = planned[name];
      if (isBlock(attribute)) {
        const inner = (it: unknown) => stored(attribute.attributes, it as AnyValues);
        return [name, Array.isArray(value) ? value.map(inner) : value === undefined ? value : inner(value)];
      }
      // A backend that gives a secret back must not get it into the state.
      if (isWriteOnly(attribute)) return [name, SAMPLES[attribute.kind]];
      if (value === UNKNOWN || (value === undefined && isComputed(attribute))) return [name, SAMPLES[attribute.kind]];
      if (attribute.kind !== "string" || typeof value !== "string") return [name, value];
      return [name, (attribute.equal === undefined ? value : value.trim()).normalize("NFD")];
    }),
  );
}

const SAMPLES = {
  string: "given",
  number: 7,
  bool: true,
  stringSet: ["given"],
  stringList: ["given"],
  stringMap: { given: "x" },
} as const;

/** Every write-only value of a config. */
export function secretsOf(attributes: Attributes, values: AnyValues): unknown[] {
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const value = values[name];
    if (!isBlock(attribute)) return isWriteOnly(attribute) && value !== undefined ? [value] : [];
    const elements = Array.isArray(value) ? value : [value];
    return elements.flatMap((each: unknown) =>
      typeof each === "object" && each !== null ? secretsOf(attribute.attributes, each as AnyValues) : [],
    );
  });
}

/** The config once everything is known, as Terraform has it when it applies. */
export function resolved(attributes: Attributes, config: AnyValues): AnyValues {
  return Object.fromEntries(
    Object.entries(config).map(([name, value]) => {
      const attribute = attributes[name]!;
      if (!isBlock(attribute)) return [name, value === UNKNOWN ? SAMPLES[attribute.kind] : value];
      const inner = (it: unknown) => resolved(attribute.attributes, it === UNKNOWN ? {} : (it as AnyValues));
      return [name, Array.isArray(value) ? value.map(inner) : inner(value)];
    }),
  );
}
