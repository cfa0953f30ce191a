import { defineResource } from "@palette-profiles/resource-kit";
import type { Palette } from "../palette";
import { appProfileAttributes } from "./attributes";

const later = async (): Promise<never> => {
  throw new Error("app profiles are not there yet");
};

export const appProfile = defineResource<Palette, typeof appProfileAttributes>({
  type: "app_profile",
  description:
    "An app profile: the tiers that make an application in a virtual cluster, in versions. A new version stands beside the ones before; destroy removes those that the resource made.",
  attributes: appProfileAttributes,
  version: 0,
  create: later,
  read: later,
  update: later,
  delete: later,
  import: { format: "NAME|UID:context[:version]", find: later },
});
