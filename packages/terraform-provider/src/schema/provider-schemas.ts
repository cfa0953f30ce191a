import type { Attributes, Provider } from "@palette-profiles/resource-kit";
import { type TerraformSchema, terraformSchema } from "./terraform-schema";

export interface ProviderSchemas {
  provider: TerraformSchema;
  /** By full type name: `palette_cluster_profile`. */
  resources: ReadonlyMap<string, TerraformSchema>;
  dataSources: ReadonlyMap<string, TerraformSchema>;
  ephemerals: ReadonlyMap<string, TerraformSchema>;
  /** How resources are searched for, by their type. */
  lists: ReadonlyMap<string, TerraformSchema>;
  /** What resources are known by: flat, without blocks. */
  identities: ReadonlyMap<string, TerraformSchema>;
}

/** Everything that a provider serves, as Terraform sees it. */
export function providerSchemas<C>(provider: Provider<C>): ProviderSchemas {
  const byName = (all: readonly { type: string; description: string; attributes: Attributes }[] = []) =>
    new Map(
      all.map(({ type, description, attributes }) => [
        typeName(provider, type),
        terraformSchema(attributes, { description }),
      ]),
    );
  return {
    provider: terraformSchema(provider.attributes),
    resources: new Map(
      provider.resources.map((it) => [typeName(provider, it.type), terraformSchema(it.attributes, it)]),
    ),
    dataSources: byName(provider.dataSources),
    ephemerals: byName(provider.ephemerals),
    identities: new Map(
      provider.resources.flatMap(({ type, identity }) =>
        identity === undefined ? [] : [[typeName(provider, type), terraformSchema(identity.attributes, identity)]],
      ),
    ),
    lists: byName(provider.resources.flatMap(({ type, list }) => (list === undefined ? [] : [{ ...list, type }]))),
  };
}

/** `palette_cluster_profile`: Terraform finds a type's provider by the prefix. */
export function typeName(provider: { name: string }, type: string): string {
  return `${provider.name}_${type}`;
}
