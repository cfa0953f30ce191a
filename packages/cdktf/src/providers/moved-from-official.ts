import type { TerraformResource } from "cdktf";

/** Says that what the official provider has under the same id is this resource. */
export function movedFromOfficial(resource: TerraformResource, officialType: string): void {
  resource.moveFromId(`${officialType}.${resource.friendlyUniqueId}`);
}
