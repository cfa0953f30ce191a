import * as pulumi from "@pulumi/pulumi";
import { dynamicMode } from "../dynamic/dynamic-mode";
import { markSecrets } from "./mark-secrets";
import type { Mode } from "./mode";
import { yamlTexts } from "./yaml-texts";

/** What a class must know of its resource without loading it; generated from the resource's schema. */
export interface Shape {
  /** The resource's name in Pulumi: `ClusterProfile`. */
  resource: string;
  /** All properties, given and computed. */
  properties: readonly string[];
  /** Paths of given values that are always secrets. Lists are passed through: `profileVariables.variables.defaultValue`. */
  sensitive: readonly string[];
  /** Paths of given values that may be an object in place of YAML, through lists as those above. */
  yaml: readonly string[];
  /** Computed properties that are secrets. */
  secretOutputs: readonly string[];
}

/** A resource of this package, in either mode. */
export abstract class PaletteResource extends pulumi.CustomResource {
  protected constructor(
    shape: Shape,
    name: string,
    args: pulumi.Inputs,
    opts?: pulumi.CustomResourceOptions,
    mode: Mode = dynamicMode,
  ) {
    mode.refuse?.(name, opts ?? {});
    // A property that the program does not give must still be registered, or the class would not have it as an output.
    const absent = Object.fromEntries(shape.properties.map((property) => [property, undefined]));
    const given = yamlTexts(markSecrets(args, shape.sensitive), shape.yaml) as pulumi.Inputs;
    const type = mode.typeOf(shape.resource);
    const beside = mode.beside({ resource: shape.resource, type, name, parent: opts?.parent });
    const options = pulumi.mergeOptions(mode.options, opts);
    super(
      type,
      name,
      { ...absent, ...given, ...beside },
      pulumi.mergeOptions(options, { additionalSecretOutputs: [...shape.secretOutputs] }),
    );
  }
}
