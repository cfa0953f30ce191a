import { type AnyValues, type Attributes, withoutWriteOnly } from "@palette-profiles/resource-kit";
import { type ContentChange, contentChangesIn, without } from "../lineage/content-changes";
import { clusterProfileAttributes as attributes } from "./attributes";

/** What a version holds, without what Palette gives: uids, and what follows from registry, name and tag. */
const CONTENT: Attributes = {
  type: attributes.type,
  cloud: attributes.cloud,
  description: attributes.description,
  tags: attributes.tags,
  packs: without(attributes.packs, ["uid", "resolvedTag", "registryName"]),
  profileVariables: attributes.profileVariables,
};

/** How the content of a version of a cluster profile differs, by meaning. */
export function contentChanges(before: AnyValues, after: AnyValues): ContentChange[] {
  return contentChangesIn(CONTENT, withoutWriteOnly(CONTENT, before), withoutWriteOnly(CONTENT, after));
}
