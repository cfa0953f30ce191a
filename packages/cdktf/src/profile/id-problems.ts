import { TerraformResource, TerraformStack } from "cdktf";

/**
 * What is wrong with the name that Terraform knows a resource by, which CDKTF makes of the construct's id. It leaves out
 * what Terraform's names cannot hold, and lets one resource silently take the place of another whose name is then the same.
 *
 * @param id the construct's, which the message is about
 */
export function idProblems(id: string, resource: TerraformResource): string[] {
  const name = resource.friendlyUniqueId;
  if (!/^[A-Za-z_]/.test(name)) {
    return [`the id "${id}" makes the Terraform name "${name}", which must begin with a letter; give it another id`];
  }
  // Only ids of which something is left out can meet another one.
  if (name.includes(id)) return [];
  const other = TerraformStack.of(resource)
    .node.findAll()
    .find((it) => it instanceof TerraformResource && it !== resource && addressOf(it) === addressOf(resource));
  if (other === undefined) return [];
  return [
    `the id "${id}" makes the Terraform name "${name}", since names hold letters, digits, "-" and "_" alone, and so does that of "${other.node.scope!.node.path}"; give one of them another id`,
  ];
}

function addressOf({ terraformResourceType, friendlyUniqueId }: TerraformResource): string {
  return `${terraformResourceType}.${friendlyUniqueId}`;
}
