export const STACK_TYPE = "pulumi:pulumi:Stack";
const PROVIDERS = "pulumi:providers:";

/** `urn:pulumi:STACK::PROJECT::PARENT_TYPE$TYPE::NAME` */
export function createUrn(it: { stack: string; project: string; parent: string; type: string; name: string }): string {
  const parentType = it.parent === "" ? "" : qualifiedTypeOf(it.parent);
  const type = parentType === "" || parentType === STACK_TYPE ? it.type : `${parentType}$${it.type}`;
  return `urn:pulumi:${it.stack}::${it.project}::${type}::${it.name}`;
}

export function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

/** The type without those of its parents. */
export function typeOf(urn: string): string {
  return qualifiedTypeOf(urn).split("$").at(-1) ?? "";
}

export function qualifiedTypeOf(urn: string): string {
  return urn.split("::")[2] ?? "";
}

export function isProvider(type: string): boolean {
  return type.startsWith(PROVIDERS);
}

/** `palette` of `palette:index:ClusterProfile`, and of `pulumi:providers:palette`. */
export function packageOf(type: string): string {
  return (isProvider(type) ? type.slice(PROVIDERS.length) : type.split(":")[0]) ?? "";
}

export function providerType(name: string): string {
  return `${PROVIDERS}${name}`;
}

/** How a resource names its provider: `URN::ID`. */
export function providerRef(urn: string, id: string): string {
  return `${urn}::${id}`;
}

export function parseProviderRef(ref: string): { urn: string; id: string } {
  const at = ref.lastIndexOf("::");
  return { urn: ref.slice(0, at), id: ref.slice(at + 2) };
}

/** Made by the engine for resources that name none; nobody's business. */
export function isDefaultProvider(urn: string): boolean {
  return isProvider(typeOf(urn)) && /^default(_|$)/.test(nameOf(urn));
}
