import { TerraformDataSource, TerraformResource, TerraformStack } from "cdktf";

/**
 * What is wrong with the name that Terraform knows a resource or data source by, which CDKTF makes of the construct's id. It leaves out
 * what Terraform's names cannot hold, and lets one silently take the place of another whose name is then the same.
 *
 * @param id the construct's
 */
export function idProblems(id: string, resource: TerraformResource | TerraformDataSource): string[] {
  const name = resource.friendlyUniqueId;
  if (!/^[A-Za-z_]/.test(name)) {
    return [`its name in Terraform would be "${name}", which must begin with a letter; begin the id with one`];
  }
  // Only ids of which something is left out can meet another one.
  if (name.includes(id)) return [];
  const other = TerraformStack.of(resource)
    .node.findAll()
    .find((it) => it !== resource && addressOf(it) === addressOf(resource));
  if (other === undefined) return [];
  return [
    `its name in Terraform would be "${name}", and so would that of "${other.node.scope!.node.path}", since names hold letters, digits, "-" and "_" alone; give one of them another id`,
  ];
}

function addressOf(element: unknown): string | undefined {
  if (element instanceof TerraformResource) return `${element.terraformResourceType}.${element.friendlyUniqueId}`;
  if (element instanceof TerraformDataSource)
    return `data.${element.terraformResourceType}.${element.friendlyUniqueId}`;
  return undefined;
}
