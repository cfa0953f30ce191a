import { Aspects, type TerraformResource } from "cdktf";

/**
 * Says at which address Terraform's state has the resource until now, with a `moved` block.
 *
 * @param addressOf the address; asked at synth, since ids are final only then: a program may call `overrideLogicalId`
 */
export function moveFrom(resource: TerraformResource, addressOf: () => string): void {
  let done = false;
  Aspects.of(resource).add({
    visit: (construct) => {
      if (done || construct !== resource) return;
      done = true;
      const [from, to] = [addressOf(), `${resource.terraformResourceType}.${resource.friendlyUniqueId}`];
      // Terraform refuses a block that moves nothing.
      if (from !== to) resource.moveFromId(from);
    },
  });
}
