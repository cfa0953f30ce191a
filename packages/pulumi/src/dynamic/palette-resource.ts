import * as pulumi from "@pulumi/pulumi";
import { markSecrets } from "./mark-secrets";
import { providerText } from "./provider-text";
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

/**
 * A resource whose provider is this package itself: nothing to install beside it.
 *
 * Not a `pulumi.dynamic.Resource`, which would write this package's code into the state: see {@link providerText}.
 */
export abstract class PaletteResource extends pulumi.CustomResource {
  protected constructor(shape: Shape, name: string, args: pulumi.Inputs, opts?: pulumi.CustomResourceOptions) {
    // A property that the program does not give must still be registered, or the class would not have it as an output.
    const absent = Object.fromEntries(shape.properties.map((property) => [property, undefined]));
    const given = yamlTexts(markSecrets(args, shape.sensitive), shape.yaml) as pulumi.Inputs;
    const type = `pulumi-nodejs:dynamic/palette:${shape.resource}`;
    super(
      type,
      name,
      { ...absent, ...given, __provider: providerText(shape.resource), __urn: urnOf(type, name, opts?.parent) },
      pulumi.mergeOptions(opts, { additionalSecretOutputs: [...shape.secretOutputs] }),
    );
  }
}

/** For warnings, which a dynamic provider could not say at the resource otherwise. A promise, since an output would make the resource wait for its parent's other children. */
function urnOf(type: string, name: string, parent: pulumi.Resource | undefined): Promise<string> {
  return new Promise((resolve) => void pulumi.createUrn(name, type, parent).apply(resolve));
}
