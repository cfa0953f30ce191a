import { defineDataSource, s } from "@palette-profiles/resource-kit";
import type { Palette } from "../palette";

const attributes = {
  name: s.string({ description: "The profile's name.", required: true }),
  version: s.string({ description: "The profile's version. Default: the newest.", optional: true }),
  context: s.string({ description: "`project` or `tenant`. Default `project`.", optional: true }),
  project: s.string({
    description: "The project's name, in the context `project`. Default: the provider's project.",
    optional: true,
  }),
  id: s.string({ description: "The uid of the version found.", computed: true }),
  resolvedVersion: s.string({ description: "The version found.", computed: true }),
  description: s.string({ description: "What the profile is for.", computed: true }),
  tags: s.stringSet({ description: "Tags, each `key` or `key:value`.", computed: true }),
  tiers: s.stringList({ description: "The names of the tiers, in order.", computed: true }),
  versions: s.stringMap({ description: "All versions of the profile, each with its uid.", computed: true }),
};

export const appProfileDataSource = defineDataSource<Palette, typeof attributes>({
  type: "app_profile",
  description: "An app profile that exists.",
  attributes,
  read: async () => {
    throw new Error("app profiles are not there yet");
  },
});
