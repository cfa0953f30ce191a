import { defineDataSource, s } from "@palette-profiles/resource-kit";
import type { Palette } from "../palette";

const attributes = {
  name: s.string({ description: "The pack's name.", required: true }),
  version: s.string({
    description: "The pack's version, or a train such as `1.30.x`. Default: the newest.",
    optional: true,
    computed: true,
  }),
  registryName: s.string({
    description: "The registry, by name. Default: the only one that has the pack.",
    optional: true,
    computed: true,
  }),
  registryUid: s.string({ description: "The registry, by uid.", optional: true, computed: true }),
  id: s.string({ description: "The pack's uid.", computed: true }),
  values: s.string({ description: "The pack's default values, as YAML.", computed: true }),
  versions: s.stringList({ description: "All versions there are, newest first.", computed: true }),
};

export const packDataSource = defineDataSource<Palette, typeof attributes>({
  type: "pack",
  description: "A pack in a registry: its uid, its versions and its default values.",
  attributes,
  read: async () => {
    throw new Error("not written yet");
  },
});
