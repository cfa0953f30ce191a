import type { Backend } from "../backend";
import { PaletteError } from "../errors";
import { storedVersion } from "../profiles/profile-version";
import { requireVariables } from "../profiles/variable-references";
import { refuseTaken } from "../profiles/write-profile";
import {
  findProfile,
  findTemplate,
  findVariables,
  type Stage,
  type StoredPack,
  saveTemplate,
  updateProfile,
} from "../store/profiles";
import { buildLayers } from "./build-layers";
import { readUpgrade, type UpgradeSeed } from "./system-profile-seed";

/** What an upgrade did, as `POST /__server/upgrade` answers it. */
export interface UpgradeReport {
  uid: string;
  name: string;
  version: string;
  layers: { name: string; tag: string; change: "updated" | "added" | "unchanged" }[];
}

/**
 * Acts out an upgrade of Palette: the layers it names get its content, whatever the user made of them; the others stay.
 * An unpublished draft is upgraded too, or publishing it would undo the upgrade.
 */
export function upgradeSystemProfile(backend: Backend, body: unknown): UpgradeReport {
  const uid = backend.systemProfile?.uid;
  if (uid === undefined) {
    throw new PaletteError(409, "NoSystemProfile", "The server has no system profile: its seed has no systemProfile");
  }
  const upgrade = isGiven(body) ? readUpgrade(body, "") : backend.systemProfile?.upgrade;
  if (upgrade === undefined) {
    throw new PaletteError(
      409,
      "NoUpgrade",
      "There is nothing to upgrade to: the seed has no systemProfile.upgrade, and the request no packs",
    );
  }
  return backend.db.transaction(() => apply(backend, uid, upgrade)).immediate();
}

/** No body, and an empty one, ask for the seed's upgrade. */
function isGiven(body: unknown): boolean {
  return body !== undefined && body !== null && JSON.stringify(body) !== "{}";
}

function apply(backend: Backend, uid: string, upgrade: UpgradeSeed): UpgradeReport {
  const profile = findProfile(backend.db, uid)!;
  const changed = {
    ...profile,
    version: upgrade.version ? storedVersion(backend.paletteVersion, upgrade.version) : profile.version,
    modified: new Date().toISOString(),
  };
  refuseTaken(backend, changed);
  updateProfile(backend.db, changed);
  const before = findTemplate(backend.db, uid, "published") ?? [];
  const after = upgraded(backend, before, upgrade);
  save(backend, uid, "published", after);
  const draft = findTemplate(backend.db, uid, "draft");
  if (draft) save(backend, uid, "draft", upgraded(backend, draft, upgrade, after));
  return { uid, name: changed.name, version: changed.version, layers: compare(before, after) };
}

function save(backend: Backend, uid: string, stage: Stage, packs: readonly StoredPack[]): void {
  requireVariables(packs, findVariables(backend.db, uid));
  saveTemplate(backend.db, uid, stage, packs);
}

/** `published` lends its uids to what an upgrade adds to a draft. */
function upgraded(
  backend: Backend,
  stored: readonly StoredPack[],
  upgrade: UpgradeSeed,
  published: readonly StoredPack[] = [],
): StoredPack[] {
  const lent = published.filter((pack) => !stored.some((other) => other.name === pack.name));
  const incoming = buildLayers(backend, upgrade.packs, [...stored, ...lent]);
  const added = incoming.filter((pack) => !stored.some((other) => other.name === pack.name));
  return [...stored.map((pack) => incoming.find((other) => other.name === pack.name) ?? pack), ...added];
}

function compare(before: readonly StoredPack[], after: readonly StoredPack[]): UpgradeReport["layers"] {
  return after.map((pack) => {
    const old = before.find((other) => other.name === pack.name);
    const same = old !== undefined && JSON.stringify(old) === JSON.stringify(pack);
    return { name: pack.name, tag: pack.tag, change: same ? "unchanged" : old ? "updated" : "added" };
  });
}
