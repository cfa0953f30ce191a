import {
  type AnyValues,
  ArgumentError,
  type Attribute,
  type Attributes,
  DiagnosticError,
  type FunctionSpec,
  type FunctionType,
  isBlock,
  isObject,
  s,
  terraformName,
} from "@palette-profiles/resource-kit";
import type { PulumiFunction } from "./pulumi-function";

/**
 * A function of the kit as Pulumi has functions: its parameters are one object, and so is what it gives. The only
 * parameter that is an object itself is that object.
 */
export function kitFunction<C>(spec: FunctionSpec): PulumiFunction<C> {
  const [first, ...more] = spec.parameters;
  const whole = more.length === 0 ? first?.attributes : undefined;
  const names = spec.parameters.map(({ name }) => name);
  const valuesOf = (values: AnyValues): unknown[] =>
    whole === undefined ? names.map((name) => values[name]) : [byTerraformNames(whole, values)];
  return {
    description: spec.description,
    arguments: whole === undefined ? parametersOf(spec) : argumentsOf(whole),
    anything: spec.parameters.filter((it) => it.type === "dynamic" && it.attributes === undefined).map((it) => it.name),
    results: { result: resultOf(spec) },
    async call(values) {
      try {
        return { result: spec.call(...valuesOf(values)) };
      } catch (error) {
        if (!(error instanceof ArgumentError)) throw error;
        throw new DiagnosticError({
          code: "WrongArgument",
          ...(whole === undefined ? { path: [names[error.argument] ?? ""] } : {}),
          summary: "The function cannot work with this",
          detail: error.message,
        });
      }
    },
  };
}

const KINDS: Record<FunctionType, (it: { description: string; example: never }) => Attribute> = {
  string: (it) => s.string({ ...it, required: true }),
  dynamic: (it) => s.string({ ...it, required: true }),
  number: (it) => s.number({ ...it, required: true }),
  bool: (it) => s.bool({ ...it, required: true }),
  stringList: (it) => s.stringList({ ...it, required: true }),
  stringMap: (it) => s.stringMap({ ...it, required: true }),
};

function parametersOf({ parameters }: FunctionSpec): Attributes {
  return Object.fromEntries(
    parameters.map(({ name, description, type, example }) => [
      name,
      KINDS[type]({ description, example: example as never }),
    ]),
  );
}

function resultOf({ summary, returns, returnsExample }: FunctionSpec): Attribute {
  return KINDS[returns]({ description: `${summary}.`, example: returnsExample as never });
}

/** A resource's attributes as arguments of a function, which replaces nothing. */
function argumentsOf(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).map(([name, it]) => [name, { ...it, replaces: false }]));
}

function byTerraformNames(attributes: Attributes, values: AnyValues): AnyValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const attribute = attributes[name];
      if (attribute === undefined) return [name, value];
      return [terraformName(name, attribute), isBlock(attribute) ? inside(attribute.attributes, value) : value];
    }),
  );
}

function inside(attributes: Attributes, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((element) => inside(attributes, element));
  return isObject(value) ? byTerraformNames(attributes, value) : value;
}
