import type { Provider } from "@palette-profiles/resource-kit";
import { type TerraformSchema, terraformSchema } from "./terraform-schema";

export interface ProviderSchemas {
  provider: TerraformSchema;
  /** By full type name: `palette_cluster_profile`. */
  resources: ReadonlyMap<string, TerraformSchema>;
  dataSources: ReadonlyMap<string, TerraformSchema>;
}

/** Everything that a provider serves, as Terraform sees it. */
export function providerSchemas<C>(provider: Provider<C>): ProviderSchemas {
  return {
    provider: terraformSchema(provider.attributes),
    resources: new Map(
      provider.resources.map((it) => [typeName(provider, it.type), terraformSchema(it.attributes, it)]),
    ),
    dataSources: new Map(
      provider.dataSources.map((it) => [
        typeName(provider, it.type),
        terraformSchema(it.attributes, { description: it.description }),
      ]),
    ),
  };
}

/** `palette_cluster_profile`: Terraform finds a type's provider by the prefix. */
export function typeName(provider: { name: string }, type: string): string {
  return `${provider.name}_${type}`;
}
