import { resolve } from "node:path";
import { formatAddress, PALETTE_ADDRESS, PALETTE_ADDRESS_IN_OPENTOFU } from "./address";

/** What `palette-profiles/palette` stands for, in Terraform and in OpenTofu: the mirror serves both. */
export const MIRROR_ADDRESSES: readonly string[] = [PALETTE_ADDRESS, PALETTE_ADDRESS_IN_OPENTOFU].map(formatAddress);

/**
 * The part of Terraform's CLI configuration that makes it take this provider, and no other, from the mirror.
 * The CLI's configuration is of an older syntax than Terraform's own, in which `${` stands for itself.
 */
export function mirrorConfiguration(mirror: string): string {
  const sources = MIRROR_ADDRESSES.map((address) => JSON.stringify(address)).join(", ");
  return `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(resolve(mirror))}
    include = [${sources}]
  }
  direct {
    exclude = [${sources}]
  }
}
`;
}
