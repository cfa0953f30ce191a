import type * as pulumi from "@pulumi/pulumi";

/** Who runs a program's resources: Pulumi's dynamic provider, or this package's plugin. */
export interface Mode {
  /** The type of a resource in Pulumi, by its name there: `ClusterProfile`. */
  typeOf(resource: string): string;
  /** What is registered beside the resource's own properties. */
  beside(it: { resource: string; type: string; name: string; parent: pulumi.Resource | undefined }): pulumi.Inputs;
  /** Options that the program need not give. */
  options: pulumi.CustomResourceOptions;
}
