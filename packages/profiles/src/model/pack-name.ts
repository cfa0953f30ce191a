import type { TierModel } from "./app-profile";
import { type DeepFields, knownText } from "./unknown";

/** The pack or chart of a tier: what it names, else `container` for a container, else the tier's own name. */
export function packNameOf(tier: DeepFields<TierModel>): string | undefined {
  if (typeof tier.packName === "symbol" || typeof tier.type === "symbol") return undefined;
  const own = tier.type === "container" ? "container" : knownText(tier.name);
  return knownText(tier.packName) || own;
}
