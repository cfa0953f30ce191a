import type { ContainerModel } from "@palette-profiles/profiles";
import * as pulumi from "@pulumi/pulumi";
import { profilesPackage } from "../profiles-package";
import { type Tier, type TierInput, withoutAbsent } from "./given";

interface ContainerTier extends ContainerModel {
  /** The tier's name, which other tiers refer to. */
  name: string;
  /** The version of Palette's `container` pack. Default: the newest. */
  tag?: string;
  /** The registry that holds Palette's `container` pack, by name; the image's own is `registryUrl`. */
  registryName?: string;
  /** Lower numbers are installed first. Default 0. */
  installOrder?: number;
}

/** What {@link container} takes. */
export type ContainerTierArgs = TierInput<ContainerTier>;

/**
 * A container. Outputs may stand anywhere; a secret among them makes all of the tier's values a secret.
 *
 * Its output variables: `CONTAINER_NAMESPACE`, `CONTAINER_SVC`, with ports `CONTAINER_SVC_PORT`, and with public access
 * `CONTAINER_SVC_EXTERNALHOSTNAME` or `CONTAINER_SVC_EXTERNALIP`. Source: docs.spectrocloud.com, App Profiles, "Output Variables".
 */
export function container(args: ContainerTierArgs): Tier {
  const { name, tag, registryName, installOrder, ...model } = args;
  const values = pulumi.output(model).apply((known) => profilesPackage().containerValues(known as ContainerModel));
  return withoutAbsent({ name, type: "container", tag, registryName, installOrder, values } as Tier);
}
