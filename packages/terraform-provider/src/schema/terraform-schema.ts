import {
  type Attribute,
  type Attributes,
  type FunctionType,
  isBlock,
  isComputed,
  isWriteOnly,
  terraformName,
} from "@palette-profiles/resource-kit";

/** A type as Terraform writes it in JSON. */
export type TerraformType = "string" | "number" | "bool" | readonly ["set" | "list" | "map", "string"];

export interface AttributeSchema {
  type: TerraformType;
  description: string;
  required: boolean;
  optional: boolean;
  computed: boolean;
  sensitive: boolean;
  deprecated: boolean;
  writeOnly: boolean;
}

export interface NestedBlockSchema {
  nesting: "single" | "list";
  minItems: number;
  block: BlockSchema;
}

export interface BlockSchema {
  description: string;
  deprecated: boolean;
  /** By the attribute's name in Terraform. */
  attributes: ReadonlyMap<string, AttributeSchema>;
  blocks: ReadonlyMap<string, NestedBlockSchema>;
}

/** A resource, a data source or the provider's configuration, as Terraform sees it. */
export interface TerraformSchema {
  version: number;
  block: BlockSchema;
}

const TYPES = {
  string: "string",
  number: "number",
  bool: "bool",
  stringSet: ["set", "string"],
  stringList: ["list", "string"],
  stringMap: ["map", "string"],
} as const satisfies Record<Exclude<Attribute["kind"], "block" | "blockList">, TerraformType>;

export type TerraformFunctionType = TerraformType | "dynamic";

/** The type of a function's argument or result. */
export function functionType(type: FunctionType): TerraformFunctionType {
  return type === "dynamic" ? type : TYPES[type];
}

/** Terraform's view of attributes: the one from which both the protocol's answer and the JSON form are made. */
export function terraformSchema(
  attributes: Attributes,
  told: { version?: number; description?: string } = {},
): TerraformSchema {
  return { version: told.version ?? 0, block: blockSchema(attributes, told.description ?? "", false) };
}

function blockSchema(attributes: Attributes, description: string, deprecated: boolean): BlockSchema {
  const leaves = new Map<string, AttributeSchema>();
  const blocks = new Map<string, NestedBlockSchema>();
  for (const [key, attribute] of Object.entries(attributes)) {
    const name = terraformName(key, attribute);
    if (!isBlock(attribute)) {
      leaves.set(name, {
        type: TYPES[attribute.kind],
        description: describe(attribute),
        required: attribute.required === true,
        optional: attribute.optional === true,
        // Terraform lets a provider fill in a default only where the attribute says that it may be computed.
        computed: isComputed(attribute) || attribute.stays === true,
        sensitive: attribute.sensitive === true,
        deprecated: attribute.deprecated !== undefined,
        writeOnly: isWriteOnly(attribute),
      });
      continue;
    }
    blocks.set(name, {
      nesting: attribute.kind === "block" ? "single" : "list",
      minItems: attribute.kind === "block" ? 0 : (attribute.minItems ?? 0),
      block: blockSchema(attribute.attributes, describe(attribute), attribute.deprecated !== undefined),
    });
  }
  return { description, deprecated, attributes: leaves, blocks };
}

/** The protocol has a flag for deprecation but no words, so the words go into the description. */
function describe({ description, deprecated }: Attribute): string {
  return deprecated === undefined ? description : `${description}\n\nDeprecated: ${deprecated}`;
}
