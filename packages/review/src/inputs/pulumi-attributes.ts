import { isJsonObject, objectOf } from "./json";
import type { MarkedObject } from "./marked-object";
import { type Naming, readProperty } from "./pulumi-property";

/** Pulumi's names for blocks, and Terraform's. */
const BLOCKS: ReadonlyMap<string, string> = new Map([
  ["packs", "pack"],
  ["tiers", "pack"],
  ["manifests", "manifest"],
  ["variables", "variable"],
]);

/** Maps whose keys are a user's: the properties of a tier. */
const MAPS: ReadonlySet<string> = new Set(["properties", "sensitiveProperties"]);

const NAMING: Naming = {
  keyOf: (key) => BLOCKS.get(key) ?? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  isUsers: (key) => MAPS.has(key),
};

/**
 * The inputs of a resource as the attributes that the Terraform resource has. Ours and the bridged ones differ in nothing else.
 * @param hidden is told the path of each secret that is not shown, `packs[0].values`, and answers what stands for it
 */
export function terraformAttributes(inputs: unknown, hidden: (path: string) => string): MarkedObject {
  const { value, unknown, sensitive } = readProperty(objectOf(inputs), NAMING, "", hidden);
  return {
    value: inBlock(objectOf(value)),
    unknown: inBlock(objectOf(unknown)),
    sensitive: inBlock(objectOf(sensitive)),
  };
}

/** Terraform has the variables in a block, which is a list. */
function inBlock(attributes: Record<string, unknown>): Record<string, unknown> {
  const variables = attributes.profile_variables;
  return isJsonObject(variables) ? { ...attributes, profile_variables: [variables] } : attributes;
}
