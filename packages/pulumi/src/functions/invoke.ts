import { nearest } from "@palette-profiles/profiles";
import {
  type AnyValues,
  type Attributes,
  type Diagnostic,
  hasUnknown,
  isBlock,
  isObject,
  isUnknown,
  type Path,
  type Run,
  toDiagnostic,
} from "@palette-profiles/resource-kit";
import type { Palette } from "@palette-profiles/resources";
import { checkShape } from "../runtime/shape";
import { propertyOf, reasonOf } from "../runtime/told";
import { fromWire, type Properties, propertyName, toWire } from "../runtime/wire";
import type { PulumiFunction } from "./pulumi-function";
import { servedFunctions } from "./served-functions";

/** What a function answers: values by Pulumi's names, and which of them are secrets; or what is wrong with which argument. */
export type Invoked = { result: AnyValues; secrets: string[] } | { failures: { property: string; reason: string }[] };

/**
 * Calls a function of this package.
 *
 * @param token `palette:index:getPack`.
 * @param args by Pulumi's names, with the kit's UNKNOWN where a value is not known yet, which is a failure.
 * @param run gives the configured backend. Not called for pure functions, nor where the arguments are wrong.
 * @throws where there is no such function.
 */
export async function invokeFunction(call: {
  token: string;
  args: Properties;
  run: () => Run<Palette>;
}): Promise<Invoked> {
  const it = functionOf(call.token);
  const values = fromWire(it.arguments, call.args);
  const wrong = [...problems(it, call.args, values), ...(it.validate?.(values) ?? [])];
  if (wrong.some(isError)) return failed(wrong);
  try {
    const result = toWire(await it.call(values, call.run));
    return { result, secrets: secretsOf(it.results).filter((name) => name in result) };
  } catch (error) {
    return failed([toDiagnostic(error)]);
  }
}

function functionOf(token: string): PulumiFunction<Palette> {
  const name = token.split(":").at(-1) ?? "";
  const it = Object.hasOwn(servedFunctions, name) ? servedFunctions[name] : undefined;
  if (it !== undefined) return it;
  const [near] = nearest(name, Object.keys(servedFunctions), 1);
  const hint = near === undefined ? `There are ${Object.keys(servedFunctions).join(", ")}.` : `Did you mean ${near}?`;
  throw new Error(`This package has no function ${token}. ${hint} [UnknownFunction]`);
}

function problems(it: PulumiFunction<Palette>, args: Properties, values: AnyValues): Diagnostic[] {
  const typed = Object.fromEntries(Object.entries(it.arguments).filter(([name]) => !it.anything.includes(name)));
  const without = <T>(given: Record<string, T>) =>
    Object.fromEntries(Object.entries(given).filter(([name]) => !it.anything.includes(name)));
  const missing = it.anything.filter((name) => values[name] === undefined);
  return [
    // An output of a resource, with what Palette gave, is as good as what a program writes.
    ...checkShape(typed, without(args), given(typed, without(values))),
    ...missing.map((name) => told([name], "MissingProperty", "The argument is missing", "Give it a value.")),
    ...Object.entries(values)
      .filter(([, value]) => isUnknown(value) || hasUnknown(value))
      .map(([name]) => told([name], "UnknownArgument", "The argument is not known yet", "Call the function later.")),
  ];
}

/** The values without those that only Palette gives. */
function given(attributes: Attributes, values: AnyValues): AnyValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const attribute = attributes[name];
      if (attribute === undefined) return [[name, value]];
      if (isBlock(attribute)) return [[name, within(attribute.attributes, value)]];
      return attribute.computed === true && attribute.optional !== true ? [] : [[name, value]];
    }),
  );
}

function within(attributes: Attributes, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((element) => within(attributes, element));
  return isObject(value) ? given(attributes, value) : value;
}

function secretsOf(results: Attributes): string[] {
  return Object.entries(results).flatMap(([name, { sensitive }]) => (sensitive === true ? [propertyName(name)] : []));
}

const isError = ({ severity }: Diagnostic): boolean => severity === "error";

function told(path: Path, code: string, summary: string, detail: string): Diagnostic {
  return { severity: "error", code, summary, detail, path };
}

function failed(diagnostics: readonly Diagnostic[]): Invoked {
  return {
    failures: diagnostics.filter(isError).map((each) => ({ property: propertyOf(each), reason: reasonOf(each) })),
  };
}
