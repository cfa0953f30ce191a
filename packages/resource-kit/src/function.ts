import type { Attributes } from "./schema";

/** What a function takes or gives. `dynamic` is any value: plain JSON, with UNKNOWN where a value is unknown. */
export type FunctionType = "string" | "number" | "bool" | "stringList" | "stringMap" | "dynamic";

export interface FunctionParameter {
  /** In camelCase; engines spell it their way. */
  name: string;
  description: string;
  type: FunctionType;
  /** What a `dynamic` one is: an object with these attributes, by Terraform's names. */
  attributes?: Attributes;
  /** A true-to-life value. */
  example?: unknown;
  /** `null` arrives as `undefined`. Else engines refuse it. */
  allowNull?: boolean;
  /** The function sees UNKNOWN. Else engines take the result for unknown and do not call. */
  allowUnknown?: boolean;
}

/** A pure function: it sees its arguments and nothing else, and needs no configured provider. */
export interface FunctionSpec {
  /** In snake_case: `merge_values`. */
  name: string;
  summary: string;
  description: string;
  /** What only people who write Terraform need to read: a sample in HCL. */
  terraform?: string;
  parameters: readonly FunctionParameter[];
  /** Takes all further arguments. */
  variadic?: FunctionParameter;
  returns: FunctionType;
  /** What it gives for the parameters' examples. */
  returnsExample?: unknown;
  deprecated?: string;
  /** Throws an {@link ArgumentError} where one argument is at fault. */
  call(...values: readonly unknown[]): unknown;
}

/** Thrown by a function: which argument is wrong, from 0, and what about it. */
export class ArgumentError extends Error {
  override readonly name = "ArgumentError";
  readonly argument: number;

  constructor(argument: number, message: string) {
    super(message);
    this.argument = argument;
  }
}
