import { outputVariablesOf } from "../app/outputs";
import { readValues, recordOf, scalarOf } from "../app/read-values";
import type { AppProfileModel, TierModel } from "../model/app-profile";
import { type DeepFields, knownText } from "../model/unknown";
import { allKnown } from "../rules/texts";
import { type KnownTier, knownTiers } from "./known-tiers";

/** The tiers that references can mean. */
export interface TierTable {
  byName: ReadonlyMap<string, KnownTier>;
  /** Whether these are all, so that another name is no tier's. */
  complete: boolean;
  outputsOf(known: KnownTier): readonly string[] | undefined;
  /** Whether a tier is a container that only the cluster itself reaches. */
  isPrivate(known: KnownTier): boolean;
}

/** Reads the values of a tier once, and only where a reference asks for its outputs. */
export function tierTable(profile: DeepFields<AppProfileModel>): TierTable {
  const byName = new Map<string, KnownTier>();
  for (const known of knownTiers(profile)) {
    const name = knownText(known.tier.name);
    if (name !== undefined && !byName.has(name)) byName.set(name, known);
  }
  return {
    byName,
    complete: allKnown<TierModel>(profile.tiers, ({ name }) => typeof name !== "symbol"),
    outputsOf: once(({ tier }) => outputVariablesOf(tier)),
    isPrivate: once(({ tier }) => {
      const values = tier.type === "container" ? knownText(tier.values) : undefined;
      const service = values === undefined ? undefined : recordOf(readValues(values)?.containerService);
      return scalarOf(service?.access) === "private";
    }),
  };
}

function once<T>(make: (known: KnownTier) => T): (known: KnownTier) => T {
  const made = new Map<number, T>();
  return (known) => {
    if (!made.has(known.index)) made.set(known.index, make(known));
    return made.get(known.index) as T;
  };
}
