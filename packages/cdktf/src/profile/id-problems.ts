import { TerraformDataSource, TerraformResource, TerraformStack } from "cdktf";

/**
 * What is wrong with the name that Terraform knows a resource or data source by, which CDKTF makes of the construct's id. It leaves out
 * what Terraform's names cannot hold, and lets one silently take the place of another whose name is then the same.
 *
 * @param id the construct's, which the message is about
 */
export function idProblems(id: string, resource: TerraformResource | TerraformDataSource): string[] {
  const name = resource.friendlyUniqueId;
  if (!/^[A-Za-z_]/.test(name)) {
    return [`the id "${id}" makes the Terraform name "${name}", which must begin with a letter; give it another id`];
  }
  // Only ids of which something is left out can meet another one.
  if (name.includes(id)) return [];
  const other = TerraformStack.of(resource)
    .node.findAll()
    .find((it) => it !== resource && addressOf(it) === addressOf(resource));
  if (other === undefined) return [];
  return [
    `the id "${id}" makes the Terraform name "${name}", since names hold letters, digits, "-" and "_" alone, and so does that of "${other.node.scope!.node.path}"; give one of them another id`,
  ];
}

function addressOf(element: unknown): string | undefined {
  if (element instanceof TerraformResource) return `${element.terraformResourceType}.${element.friendlyUniqueId}`;
  if (element instanceof TerraformDataSource)
    return `data.${element.terraformResourceType}.${element.friendlyUniqueId}`;
  return undefined;
}
