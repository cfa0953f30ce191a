import type { AnyValues, Attributes } from "@palette-profiles/resource-kit";
import { type ContentChange, contentChangesIn, without } from "../lineage/content-changes";
import { appProfileAttributes as attributes } from "./attributes";

/** What a tier holds, without what Palette gives, and what follows from registry, name and tag. */
const TIERS = without(attributes.tiers, ["uid", "sourceAppTier", "packName", "registryName"]);

/** What a version holds. */
const CONTENT: Attributes = { description: attributes.description, tags: attributes.tags, tiers: TIERS };

/** How the content of a version of an app profile differs, by meaning. Never tells a value: it may be a secret. */
export function contentChanges(before: AnyValues, after: AnyValues): ContentChange[] {
  return contentChangesIn(CONTENT, before, after);
}
