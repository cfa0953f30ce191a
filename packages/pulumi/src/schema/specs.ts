/** The parts of Pulumi's package schema that this package uses. Its source: `pkg/codegen/schema/pulumi.json` of Pulumi. */
export type TypeSpec =
  | { type: "string" | "integer" | "boolean" }
  | { type: "array"; items: TypeSpec }
  | { type: "object"; additionalProperties: TypeSpec }
  | { $ref: string };

export type PropertySpec = TypeSpec & {
  /** Markdown. */
  description: string;
  secret?: true;
  deprecationMessage?: string;
  willReplaceOnChanges?: true;
  defaultInfo?: { environment: string[] };
};

export interface ObjectSpec {
  description?: string;
  properties: Record<string, PropertySpec>;
  required: string[];
  type: "object";
}

export interface ResourceSpec extends Omit<ObjectSpec, "type"> {
  inputProperties: Record<string, PropertySpec>;
  requiredInputs: string[];
}

export interface FunctionSpec {
  description: string;
  inputs: ObjectSpec;
  outputs: ObjectSpec;
}

export interface PackageSpec {
  name: string;
  namespace: string;
  displayName: string;
  version: string;
  description: string;
  keywords: string[];
  license: string;
  publisher: string;
  config: { variables: Record<string, PropertySpec>; defaults: string[] };
  provider: ResourceSpec;
  resources: Record<string, ResourceSpec>;
  types: Record<string, ObjectSpec>;
  functions: Record<string, FunctionSpec>;
  language: Record<string, object>;
}
