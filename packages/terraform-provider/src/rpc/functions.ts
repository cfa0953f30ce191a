import {
  ArgumentError,
  DiagnosticError,
  type FunctionParameter,
  type FunctionSpec,
  type FunctionType,
  snakeCase,
} from "@palette-profiles/resource-kit";
import { functionText } from "../schema/function-text";
import { functionType } from "../schema/terraform-schema";
import { log } from "../transport/log";
import { decodeArgument, encodeResult } from "../values/function-value";
import type { Encodable } from "../wire/message";
import { type FunctionParameterMessage, type functionSignature, STRING_KIND } from "../wire/schema-messages";
import type { Handler } from "./handler";
import type { Session } from "./session";

export const getFunctions: Handler<"GetFunctions"> = (session) => ({ functions: signatures(session) });

/** Every function as Terraform sees it, by name. */
export function signatures<C>({ provider }: Session<C>): Map<string, Encodable<typeof functionSignature>> {
  return new Map((provider.functions ?? []).map((each) => [each.name, signature(each)]));
}

function signature({ parameters, variadic, returns, deprecated, ...told }: FunctionSpec) {
  return {
    parameters: parameters.map(parameter),
    variadicParameter: variadic && parameter(variadic),
    return: { type: typeBytes(returns) },
    summary: told.summary,
    description: functionText(told),
    descriptionKind: STRING_KIND.markdown,
    deprecationMessage: deprecated,
  };
}

function parameter({ name, description, type, allowNull, allowUnknown }: FunctionParameter): FunctionParameterMessage {
  return {
    name: snakeCase(name),
    type: typeBytes(type),
    description,
    descriptionKind: STRING_KIND.markdown,
    allowNullValue: allowNull,
    allowUnknownValues: allowUnknown,
  };
}

/** Functions see nothing of the backend, and answer before the provider is configured. */
export const callFunction: Handler<"CallFunction"> = ({ provider }, request) => {
  const called = provider.functions?.find(({ name }) => name === request.name);
  if (called === undefined) return { error: { text: `There is no function "${request.name}" in this provider.` } };
  try {
    const values = request.arguments.map((argument, index) => {
      const type = (called.parameters[index] ?? called.variadic)?.type;
      if (type === undefined) {
        throw new ArgumentError(index, `${called.name} takes ${called.parameters.length} arguments and not more.`);
      }
      return decodeArgument(type, argument);
    });
    return { result: encodeResult(called.returns, called.call(...values)) };
  } catch (error) {
    log("debug", `${called.name} refused its arguments`);
    return { error: functionError(error) };
  }
};

function functionError(error: unknown): { text: string; functionArgument?: number } {
  if (error instanceof ArgumentError) return { text: error.message, functionArgument: error.argument };
  if (error instanceof DiagnosticError) return { text: `${error.summary}: ${error.message}` };
  return { text: error instanceof Error ? error.message : String(error) };
}

function typeBytes(type: FunctionType): Uint8Array {
  return Buffer.from(JSON.stringify(functionType(type)));
}
