import { snakeCase } from "./naming";

/** What every attribute can say of itself. All names in a schema are camelCase. */
interface Common {
  /** One plain sentence or two, for people: shape, unit, default. */
  description: string;
  /** The name in Terraform, where it is not the snake_case of the attribute's name. */
  terraform?: string;
  /** A change of it replaces the resource. */
  replaces?: boolean;
  /** Never shown in plans, logs, errors or reports. */
  sensitive?: boolean;
  deprecated?: string;
  /** The backend gives it in some cases only: else it may be absent. */
  sometimes?: boolean;
  /** A true-to-life value. Of a block: one in which what it holds goes together. */
  example?: unknown;
  /** Known to us alone: the backend does not keep it, so a read keeps what the state says. */
  local?: boolean;
  /** Left out, it may stay as it was where that means the same, and is absent else. To Terraform it is computed. */
  stays?: boolean;
}

/**
 * Who gives the value: the user must (`required`), may (`optional`, with or without a `default`), the backend does (`computed`), or either.
 * A `writeOnly` value is in the config and nowhere else: plans and states hold none, and a change of it alone is no change.
 */
type Presence<T> =
  | { required: true; writeOnly?: boolean; optional?: never; computed?: never; default?: never }
  | { optional: true; computed?: boolean; default?: T; required?: never; writeOnly?: never }
  | { optional: true; writeOnly: true; required?: never; computed?: never; default?: never }
  | { computed: true; optional?: never; required?: never; default?: never; writeOnly?: never };

/** Values of one scalar type. */
type Scalar<Kind extends string, T> = Common & Presence<T> & { kind: Kind; example?: T };

export type StringAttribute = Scalar<"string", string> & {
  /** True where two spellings mean the same, so that going from one to the other is no change. */
  equal?: (a: string, b: string) => boolean;
};
export type NumberAttribute = Scalar<"number", number>;
export type BoolAttribute = Scalar<"bool", boolean>;
/** Unordered strings without duplicates. */
export type StringSetAttribute = Scalar<"stringSet", string[]>;
export type StringListAttribute = Scalar<"stringList", string[]>;
export type StringMapAttribute = Scalar<"stringMap", Record<string, string>>;

/** A group of attributes that stands at most once. */
export interface BlockAttribute<A extends Attributes = Attributes> extends Common {
  kind: "block";
  attributes: A;
  example?: AnyValues;
}

/** An ordered list of groups of attributes. */
export interface BlockListAttribute<A extends Attributes = Attributes> extends Common {
  kind: "blockList";
  attributes: A;
  /** What an element is known by, so that a moved element is still the same one. `undefined` where it cannot be known yet. */
  key: (element: Record<string, unknown>) => string | undefined;
  minItems?: number;
  example?: readonly AnyValues[];
}

export type Attribute =
  | StringAttribute
  | NumberAttribute
  | BoolAttribute
  | StringSetAttribute
  | StringListAttribute
  | StringMapAttribute
  | BlockAttribute
  | BlockListAttribute;
export type LeafAttribute = Exclude<Attribute, BlockAttribute | BlockListAttribute>;
export type Attributes = { readonly [name: string]: Attribute };

type ValueOf<A> = A extends { kind: "string" }
  ? string
  : A extends { kind: "number" }
    ? number
    : A extends { kind: "bool" }
      ? boolean
      : A extends { kind: "stringSet" | "stringList" }
        ? string[]
        : A extends { kind: "stringMap" }
          ? Record<string, string>
          : A extends { kind: "block"; attributes: infer B extends Attributes }
            ? Values<B>
            : A extends { kind: "blockList"; attributes: infer B extends Attributes }
              ? Values<B>[]
              : never;

type RequiredNames<A extends Attributes> = {
  [K in keyof A]: A[K] extends { writeOnly: true } ? never : A[K] extends { required: true } ? K : never;
}[keyof A];

/** The shape of a resource's state. Absent is `undefined`; a block list without elements may be absent. */
export type Values<A extends Attributes> = { [K in RequiredNames<A>]: ValueOf<A[K]> } & {
  [K in Exclude<keyof A, RequiredNames<A>>]?: ValueOf<A[K]> | undefined;
};

/** Any resource's values, where the schema is not known to the compiler. */
export type AnyValues = Record<string, unknown>;

type Spec<A extends Attribute> = A extends Attribute ? Omit<A, "kind"> : never;

/** Attributes are written `s.string({ description, required: true })`. */
export const s = {
  string: <const A extends Spec<StringAttribute>>(spec: A) => ({ ...spec, kind: "string" as const }),
  number: <const A extends Spec<NumberAttribute>>(spec: A) => ({ ...spec, kind: "number" as const }),
  bool: <const A extends Spec<BoolAttribute>>(spec: A) => ({ ...spec, kind: "bool" as const }),
  stringSet: <const A extends Spec<StringSetAttribute>>(spec: A) => ({ ...spec, kind: "stringSet" as const }),
  stringList: <const A extends Spec<StringListAttribute>>(spec: A) => ({ ...spec, kind: "stringList" as const }),
  stringMap: <const A extends Spec<StringMapAttribute>>(spec: A) => ({ ...spec, kind: "stringMap" as const }),
  block: <A extends Attributes>(spec: Omit<BlockAttribute<A>, "kind">): BlockAttribute<A> => ({
    ...spec,
    kind: "block",
  }),
  blockList: <A extends Attributes>(spec: Omit<BlockListAttribute<A>, "kind">): BlockListAttribute<A> => ({
    ...spec,
    kind: "blockList",
  }),
};

export function isBlock(attribute: Attribute): attribute is BlockAttribute | BlockListAttribute {
  return attribute.kind === "block" || attribute.kind === "blockList";
}

/** True where the backend may give the value when the user does not. */
export function isComputed(attribute: Attribute): boolean {
  return !isBlock(attribute) && (attribute.computed === true || attribute.default !== undefined);
}

/** True where the value stands in the config alone: neither plan nor state may hold it. */
export function isWriteOnly(attribute: Attribute): boolean {
  return !isBlock(attribute) && attribute.writeOnly === true;
}

export function defaultOf(attribute: Attribute): unknown {
  return isBlock(attribute) ? undefined : attribute.default;
}

/** The attribute's name in Terraform. */
export function terraformName(name: string, attribute: Attribute): string {
  return attribute.terraform ?? snakeCase(name);
}
