import type * as pulumi from "@pulumi/pulumi";

/** Who runs a program's resources: Pulumi's dynamic provider, or this package's plugin. */
export interface Mode {
  /** The type of a resource in Pulumi, by its name there: `ClusterProfile`. */
  typeOf(resource: string): string;
  /** What is registered beside the resource's own properties. */
  beside(it: { resource: string; type: string; name: string; parent: pulumi.Resource | undefined }): pulumi.Inputs;
  /** @throws where an option cannot be had in this mode. */
  refuse?(name: string, opts: pulumi.CustomResourceOptions): void;
  /** Options that the program need not give. */
  options: pulumi.CustomResourceOptions;
}
