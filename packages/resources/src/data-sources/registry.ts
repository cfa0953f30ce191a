import { defineDataSource, s } from "@palette-profiles/resource-kit";
import type { Palette } from "../palette";

const attributes = {
  name: s.string({ description: "The registry's name.", required: true }),
  id: s.string({ description: "The registry's uid.", computed: true }),
  kind: s.string({ description: "`spectro`, `helm` or `oci`.", computed: true }),
};

export const registryDataSource = defineDataSource<Palette, typeof attributes>({
  type: "registry",
  description: "A registry of packs or Helm charts.",
  attributes,
  read: async () => {
    throw new Error("not written yet");
  },
});
