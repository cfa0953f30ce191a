import { defineDataSource, s } from "@palette-profiles/resource-kit";
import { explained } from "../explain";
import type { Palette } from "../palette";

const attributes = {
  name: s.string({ description: "The project's name.", required: true }),
  id: s.string({ description: "The project's uid.", computed: true }),
};

export const projectDataSource = defineDataSource<Palette, typeof attributes>({
  type: "project",
  description: "A project of the tenant.",
  attributes,
  read: (config, run) =>
    explained(`reading the project "${config.name}"`, async () => ({
      name: config.name,
      id: await run.context.lookups.projectUid(config.name, run.signal),
    })),
});
