import type { Backend } from "../backend";
import { invalid } from "../errors";
import { findRegistry } from "../store/registries";
import type { TierInput } from "./tier-input";

/**
 * Sees to it that the pack a tier is made of is there. Services and containers need one; a chart of a Helm registry
 * that does not list its content is taken at the client's word, as it is in a cluster profile; manifests need none.
 */
export function checkSource(backend: Backend, tier: TierInput): void {
  const registry = tier.registryUid === "" ? undefined : findRegistry(backend.db, tier.registryUid);
  if (tier.registryUid !== "" && !registry) {
    throw invalid("RegistryNotFound", `The tier "${tier.name}" names an unknown registry: uid "${tier.registryUid}"`, {
      tier: tier.name,
      registryUid: tier.registryUid,
    });
  }
  if (tier.type === "manifest" || backend.packs.byUid(tier.sourceAppTierUid)) return;
  const isListed = backend.packs.all().some((pack) => pack.registryUid === registry?.uid);
  if (tier.type === "helm" && registry && registry.kind !== "pack" && !isListed) return;
  const what =
    tier.sourceAppTierUid === "" ? "needs a sourceAppTierUid" : `has the sourceAppTierUid "${tier.sourceAppTierUid}"`;
  const given = tier.sourceAppTierUid === "" ? "the uid of" : "which is no uid of";
  throw invalid(
    "AppTierSourceNotFound",
    `The tier "${tier.name}" of type ${tier.type} ${what}, ${given} a pack of this server: see /v1/packs`,
    { tier: tier.name, sourceAppTierUid: tier.sourceAppTierUid },
  );
}
