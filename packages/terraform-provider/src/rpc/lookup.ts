import { type DataSource, DiagnosticError, type Resource } from "@palette-profiles/resource-kit";
import { typeName } from "../schema/provider-schemas";
import type { Session } from "./session";

/** The resource that Terraform calls `palette_x`. */
export function resourceOf<C>({ provider }: Session<C>, name: string): Resource<C> {
  const found = provider.resources.find(({ type }) => typeName(provider, type) === name);
  if (found === undefined) throw unknownType("resource", name);
  return found;
}

/** The data source that Terraform calls `palette_x`. */
export function dataSourceOf<C>({ provider }: Session<C>, name: string): DataSource<C> {
  const found = provider.dataSources.find(({ type }) => typeName(provider, type) === name);
  if (found === undefined) throw unknownType("data source", name);
  return found;
}

function unknownType(kind: string, name: string): DiagnosticError {
  return new DiagnosticError({
    code: "UnknownType",
    summary: `There is no ${kind} "${name}"`,
    detail: `This version of the provider has no ${kind} "${name}". Another version of it made the plan or state.`,
  });
}
