import type * as pulumi from "@pulumi/pulumi";

/** The registry that holds a pack or chart, by name or by uid. Default: the only one that has it. */
export type RegistryChoice =
  | {
      /** The registry, by name. Give this or `registryUid`. */
      registryName?: pulumi.Input<string>;
      registryUid?: undefined;
    }
  | {
      /** The registry, by uid. Give this or `registryName`. */
      registryUid: pulumi.Input<string>;
      registryName?: undefined;
    };
