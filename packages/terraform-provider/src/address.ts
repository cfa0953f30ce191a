/** Where Terraform looks for the provider: `HOST/NAMESPACE/NAME`. */
export interface ProviderAddress {
  host: string;
  namespace: string;
  name: string;
}

/** The address that `source = "palette-profiles/palette"` stands for. */
export const PALETTE_ADDRESS: ProviderAddress = {
  host: "registry.terraform.io",
  namespace: "palette-profiles",
  name: "palette",
};

/** The same where OpenTofu reads that source: each of the two has a default host of its own. */
export const PALETTE_ADDRESS_IN_OPENTOFU: ProviderAddress = { ...PALETTE_ADDRESS, host: "registry.opentofu.org" };

/** The source as people write it, to which Terraform and OpenTofu each add their own host. */
export const PALETTE_SOURCE = `${PALETTE_ADDRESS.namespace}/${PALETTE_ADDRESS.name}`;

/** `registry.terraform.io/palette-profiles/palette`. */
export function formatAddress({ host, namespace, name }: ProviderAddress): string {
  return `${host}/${namespace}/${name}`;
}
