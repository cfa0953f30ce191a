/** `urn:pulumi:STACK::PROJECT::PARENT_TYPE$TYPE::NAME` */
export function createUrn(it: { stack: string; project: string; parent: string; type: string; name: string }): string {
  const parentType = it.parent === "" ? "" : (it.parent.split("::")[2] ?? "");
  const type = parentType === "" || parentType === STACK_TYPE ? it.type : `${parentType}$${it.type}`;
  return `urn:pulumi:${it.stack}::${it.project}::${type}::${it.name}`;
}

export const STACK_TYPE = "pulumi:pulumi:Stack";

export function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}
