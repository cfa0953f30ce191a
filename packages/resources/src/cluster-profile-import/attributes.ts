import { sameVersion } from "@palette-profiles/profiles";
import { s, type Values } from "@palette-profiles/resource-kit";
import { headAttributes, lifeAttributes } from "../lineage/attributes";
import { sameContent } from "./content";

export const clusterProfileImportAttributes = {
  id: headAttributes.id,
  importFile: s.string({
    description:
      "A profile that Palette exported, as JSON or YAML. Any path; a relative one counts from the folder in which Terraform runs. An edit of the file is planned.",
    required: true,
    local: true,
  }),
  name: s.string({ description: "The profile's name. Default: the one in the file.", optional: true, computed: true }),
  version: s.string({
    description: "The version that the file gives. A new one makes a new version beside those there are.",
    computed: true,
    equal: sameVersion,
  }),
  context: headAttributes.context,
  project: headAttributes.project,
  type: s.string({ description: "The profile's type, as the file gives it.", computed: true, replaces: true }),
  cloud: s.string({ description: "The profile's cloud, as the file gives it.", computed: true, replaces: true }),
  content: s.string({
    description:
      "The profile that the file holds, as YAML: its layers and variables, by the names of a cluster profile's attributes. Formatting and comments are not changes.",
    computed: true,
    equal: sameContent,
  }),
  contentHash: s.string({
    description: "Another text when the content has another meaning; reformatting the file does not change it.",
    computed: true,
  }),
  ...lifeAttributes,
};

export type ClusterProfileImportState = Values<typeof clusterProfileImportAttributes>;
