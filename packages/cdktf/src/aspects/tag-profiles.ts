import { tagKey } from "@palette-profiles/profiles";
import { Fn, type IAspect, Token } from "cdktf";
import type { IConstruct } from "constructs";
import { AppProfile } from "../app/app-profile";
import { ClusterProfile } from "../cluster/cluster-profile";
import type { HeaderResource } from "../providers/profile-resources";
import { terraformTexts } from "../values/terraform-text";
import type { TagProfilesProps } from "./tag-profiles-props";
import { rememberAspect } from "./unvisited-aspects";

/**
 * Gives tags to cluster profiles and app profiles, behind their own. System profiles have none.
 *
 * @example
 * Aspects.of(stack).add(new TagProfiles({ tags: ["team:platform", "cost-center:42"] }));
 */
export class TagProfiles implements IAspect {
  constructor(private readonly props: TagProfilesProps) {
    rememberAspect(this);
  }

  /** Called by CDKTF for every construct. */
  visit(node: IConstruct): void {
    if (!(node instanceof ClusterProfile || node instanceof AppProfile)) return;
    const resource = node.node.defaultChild as HeaderResource;
    resource.tags = withTags(resource.tagsInput ?? [], terraformTexts(this.props.tags));
  }
}

/** A list that only Terraform knows is put together there, where a tag of the same key may stand beside the new one. */
function withTags(own: string[], tags: string[]): string[] {
  if (Token.isUnresolved(own)) return Fn.distinct(Fn.concat([own, tags]));
  const keys = new Set(own.map(tagKey));
  const missing = tags.filter((tag) => !keys.has(tagKey(tag)));
  return missing.length === 0 ? own : [...own, ...missing];
}
