import { sameVersion } from "@palette-profiles/profiles";
import { s } from "@palette-profiles/resource-kit";

/** A block that says how long an operation may take. */
export const timeout = (of: string) =>
  s.string({
    description: `How long ${of} may take, such as \`90s\` or \`20m\`. Default \`20m\`.`,
    optional: true,
    example: "30m",
  });

/** What a profile of any kind is known by: a name and a version in a scope. */
export const headAttributes = {
  id: s.string({
    description: "The uid of the profile's current version.",
    computed: true,
    example: "65b3f1c0e4b0a1c2d3e4f504",
  }),
  name: s.string({
    description: "The profile's name, unique with its version in its scope.",
    required: true,
    example: "platform",
  }),
  version: s.string({
    description: "Semantic version. A new one makes a new version beside those there are. Default `1.0.0`.",
    optional: true,
    default: "1.0.0",
    equal: sameVersion,
    example: "1.2.0",
  }),
  context: s.string({
    description: "`project` or `tenant`. Default `project`.",
    optional: true,
    default: "project",
    replaces: true,
    example: "project",
  }),
  project: s.string({
    description: "The project's name, in the context `project`. Default: the provider's project.",
    optional: true,
    computed: true,
    replaces: true,
    example: "Payments",
  }),
};

/** How the versions of a profile come and go. */
export const lifeAttributes = {
  skipDestroy: s.bool({
    description: "Destroy leaves the profile in Palette. Default `false`.",
    optional: true,
    default: false,
    local: true,
    example: true,
  }),
  versionPolicy: s.string({
    description:
      "What a new `version` does: `new` makes a version beside the old one, `in_place` renames the one there is, with its uid. Default `new`.",
    optional: true,
    local: true,
    example: "new",
  }),
  immutableVersions: s.bool({
    description: "Refuses to change the content of a version; give it a new `version` instead. Default `false`.",
    optional: true,
    local: true,
    example: true,
  }),
  retainVersions: s.number({
    description:
      "How many versions to keep, the current one included: older ones of this resource that nothing uses are removed when a new one is made. Default: all.",
    optional: true,
    local: true,
    example: 3,
  }),
  adopt: s.bool({
    description:
      "Takes over a profile of this name and version that is there already, if its content is the same. Default `false`.",
    optional: true,
    local: true,
    example: true,
  }),
  timeouts: s.block({
    description: "How long calls to Palette may take together.",
    local: true,
    example: { create: "30m", update: "30m" },
    attributes: { create: timeout("a create"), update: timeout("an update"), delete: timeout("a delete") },
  }),
  versions: s.stringMap({
    description: "The versions that this resource has made and would remove on destroy, each with its uid.",
    computed: true,
    example: { "1.1.0": "65b3f1c0e4b0a1c2d3e4f505", "1.2.0": "65b3f1c0e4b0a1c2d3e4f504" },
  }),
};
