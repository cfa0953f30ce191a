import { createUrn, nameOf, qualifiedTypeOf, typeOf } from "./urn";

/** What a resource was called before, as a program says it: a whole URN, or what of it was different. */
export interface Alias {
  urn: string;
  name: string;
  type: string;
  stack: string;
  project: string;
  parent: string;
  noParent: boolean;
}

interface Named {
  type: string;
  name: string;
  parent: string;
  stack: string;
  project: string;
}

/**
 * The URNs that a resource may have had: by its own aliases, and by that of its parent. As in Pulumi, a child whose name
 * begins with its parent's is taken to have had a name that began with the parent's old one.
 * @param used the alias by which each resource of this deployment was found.
 */
export function formerUrns(it: Named, aliases: readonly Alias[], used: ReadonlyMap<string, string>): string[] {
  const own = aliases.map((alias) => ownAlias(it, alias, used));
  const parent = used.get(it.parent);
  const inherited =
    parent === undefined
      ? []
      : [createUrn(it), ...own].map((urn) => inheritedAlias(it, { type: typeOf(urn), name: nameOf(urn) }, parent));
  return [...new Set([...own, ...inherited])];
}

function ownAlias(it: Named, alias: Alias, used: ReadonlyMap<string, string>): string {
  if (alias.urn !== "") return alias.urn;
  const parent = alias.parent === "" ? it.parent : (used.get(alias.parent) ?? alias.parent);
  return createUrn({
    name: alias.name || it.name,
    type: alias.type || it.type,
    stack: alias.stack || it.stack,
    project: alias.project || it.project,
    parent: alias.noParent ? "" : parent,
  });
}

function inheritedAlias(it: Named, child: { type: string; name: string }, parent: string): string {
  const parentName = nameOf(it.parent);
  const name = child.name.startsWith(parentName)
    ? `${nameOf(parent)}${child.name.slice(parentName.length)}`
    : child.name;
  return `urn:pulumi:${it.stack}::${it.project}::${qualifiedTypeOf(parent)}$${child.type}::${name}`;
}
