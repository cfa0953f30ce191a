import { isTrain, type TierModel } from "@palette-profiles/profiles";
import { OR_OURS, when } from "./refused-header";

/** What the official provider cannot do with the tiers of an app profile, a sentence each. */
export function refusedTiers(tiers: TierModel[]): string[] {
  return tiers.flatMap((tier) => [...unreadValues(tier), ...(tier.type === "manifest" ? [] : refusedPack(tier))]);
}

function unreadValues({ name, type, values }: TierModel): string[] {
  return when(
    values !== undefined && type !== "container",
    `tier "${name}" gives values, which every plan of the official provider would set again, since it reads those of containers alone; leave them out, ${OR_OURS}`,
  );
}

function refusedPack({ name, type, tag, registryName, registryUid }: TierModel): string[] {
  const ofContainer = type === "container";
  return [
    ...when(
      registryName === undefined && registryUid === undefined,
      `tier "${name}" names no registry, and the official provider looks for none; give ${ofContainer ? "packRegistryName" : "registryName"}, such as "Public Repo", ${OR_OURS}`,
    ),
    ...when(
      tag === undefined,
      `tier "${name}" names no version of its pack, and the official provider looks for none; give ${ofContainer ? "packTag" : "tag"}, ${OR_OURS}`,
    ),
    ...when(
      tag !== undefined && isTrain(tag),
      `tier "${name}" has the tag "${tag}", a train, which the official provider finds no pack for; write an exact version, ${OR_OURS}`,
    ),
  ];
}
