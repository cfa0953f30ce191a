import {
  type DataSource,
  DiagnosticError,
  type EphemeralSpec,
  type ListSpec,
  type Resource,
} from "@palette-profiles/resource-kit";
import { typeName } from "../schema/provider-schemas";
import type { Session } from "./session";

/** The resource that Terraform calls `palette_x`. */
export function resourceOf<C>({ provider }: Session<C>, name: string): Resource<C> {
  return find(provider, provider.resources, "resource", name);
}

/** The data source that Terraform calls `palette_x`. */
export function dataSourceOf<C>({ provider }: Session<C>, name: string): DataSource<C> {
  return find(provider, provider.dataSources, "data source", name);
}

/** The ephemeral resource that Terraform calls `palette_x`. */
export function ephemeralOf<C>({ provider }: Session<C>, name: string): EphemeralSpec<C> {
  return find(provider, provider.ephemerals ?? [], "ephemeral resource", name);
}

/** How all resources of a type are found. */
export function listOf<C>(session: Session<C>, name: string): ListSpec<C> {
  const { list } = resourceOf(session, name);
  if (list === undefined) throw unknownType("list resource", name);
  return list;
}

function find<T extends { type: string }>(
  provider: { name: string },
  all: readonly T[],
  kind: string,
  name: string,
): T {
  const found = all.find(({ type }) => typeName(provider, type) === name);
  if (found === undefined) throw unknownType(kind, name);
  return found;
}

function unknownType(kind: string, name: string): DiagnosticError {
  return new DiagnosticError({
    code: "UnknownType",
    summary: `There is no ${kind} "${name}"`,
    detail: `This version of the provider has no ${kind} "${name}". Another version of it made the plan or state.`,
  });
}
