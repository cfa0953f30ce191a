import { defineResource } from "@palette-profiles/resource-kit";
import type { Palette } from "../palette";
import { systemProfileAttributes } from "./attributes";

const later = async (): Promise<never> => {
  throw new Error("system profiles are not there yet");
};

export const systemProfile = defineResource<Palette, typeof systemProfileAttributes>({
  type: "system_profile",
  description:
    "A system profile: the layers of the Enterprise cluster that hosts Palette. It is taken under management and changed, never created or deleted; destroy lets go of it.",
  attributes: systemProfileAttributes,
  version: 0,
  create: later,
  read: later,
  update: later,
  delete: later,
  import: { format: "NAME|UID", find: later },
});
