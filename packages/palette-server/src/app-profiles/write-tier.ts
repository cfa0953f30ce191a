import type { Backend } from "../backend";
import { readBody, readString } from "../body";
import { invalid, notFound } from "../errors";
import type { Scope } from "../scope";
import { findTiers, type StoredTier, saveTiers } from "../store/app-profiles";
import { buildTier, refuseDuplicateTiers, updateTier } from "./build-tiers";
import { readTier, readTierUpdate } from "./tier-input";
import { requireOwnedApp, touch } from "./write-app-profile";

/** `POST .../tiers`: the new tier comes last. */
export function addTier(backend: Backend, scope: Scope, uid: string, body: unknown): string {
  const input = readTier(readBody(body), "");
  return changeTiers(backend, scope, uid, (tiers) => {
    const tier = buildTier(backend, input);
    return { tiers: [...tiers, tier], answer: tier.uid };
  });
}

/** `PATCH .../tiers`: a tier of a new uid takes the place of the one named. */
export function replaceTier(backend: Backend, scope: Scope, uid: string, body: unknown): string {
  const given = readBody(body);
  const oldUid = readString(given.replaceWithAppTier, "replaceWithAppTier")?.trim() ?? "";
  if (oldUid === "") {
    throw invalid("InvalidAppTier", "replaceWithAppTier is missing: give the uid of the tier to be replaced");
  }
  const input = readTier(given.appTier, "appTier");
  return changeTiers(backend, scope, uid, (tiers) => {
    const before = pick(tiers, uid, oldUid);
    const tier = buildTier(backend, input, before);
    return { tiers: tiers.map((each) => (each === before ? tier : each)), answer: tier.uid };
  });
}

/** `PUT .../tiers/{tierUid}`. */
export function putTier(backend: Backend, scope: Scope, uid: string, tierUid: string, body: unknown): void {
  const update = readTierUpdate(readBody(body), "");
  changeTier(backend, scope, uid, tierUid, (tier) => ({ tier: updateTier(backend, tier, update) }));
}

/** `DELETE .../tiers/{tierUid}`; a profile may be left without any. */
export function removeTier(backend: Backend, scope: Scope, uid: string, tierUid: string): void {
  changeTiers(backend, scope, uid, (tiers) => {
    const gone = pick(tiers, uid, tierUid);
    return { tiers: tiers.filter((tier) => tier !== gone), answer: undefined };
  });
}

/** Puts what `act` makes of one tier in its place, and answers what `act` answers. */
export function changeTier<T>(
  backend: Backend,
  scope: Scope,
  uid: string,
  tierUid: string,
  act: (tier: StoredTier) => { tier: StoredTier; answer?: T },
): T | undefined {
  return changeTiers(backend, scope, uid, (tiers) => {
    const before = pick(tiers, uid, tierUid);
    const { tier, answer } = act(before);
    return { tiers: tiers.map((each) => (each === before ? tier : each)), answer };
  });
}

export function requireTier(backend: Backend, uid: string, tierUid: string): StoredTier {
  return pick(findTiers(backend.db, uid), uid, tierUid);
}

function pick(tiers: readonly StoredTier[], uid: string, tierUid: string): StoredTier {
  const tier = tiers.find((candidate) => candidate.uid === tierUid);
  if (!tier) throw notFound(`The tier ${tierUid} of the app profile ${uid}`);
  return tier;
}

/** Reads and writes the tiers of a profile in one step, so that two changes at once lose neither. */
function changeTiers<T>(
  backend: Backend,
  scope: Scope,
  uid: string,
  act: (tiers: StoredTier[]) => { tiers: StoredTier[]; answer: T },
): T {
  return backend.db
    .transaction(() => {
      const profile = requireOwnedApp(backend, scope, uid);
      const { tiers, answer } = act(findTiers(backend.db, uid));
      refuseDuplicateTiers(tiers);
      saveTiers(backend.db, uid, tiers);
      touch(backend, profile);
      return answer;
    })
    .immediate();
}
