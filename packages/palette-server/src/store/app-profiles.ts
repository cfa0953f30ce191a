import type { V1AppTierType } from "@palette-profiles/palette-api";
import type { Db } from "./database";
import type { Profile, StoredManifest } from "./profiles";

export interface StoredProperty {
  name: string;
  value: string;
  /** Of what kind it is, as its pack told when it was written. */
  type: string;
  /** `password` for one that is never shown; else empty, or as the pack has it. */
  format: string;
}

/** One tier of an app profile. */
export interface StoredTier {
  uid: string;
  name: string;
  type: V1AppTierType;
  version: string;
  registryUid: string;
  containerRegistryUid: string;
  /** The pack it is made of; empty for manifests. */
  sourceAppTierUid: string;
  installOrder: number;
  values: string;
  properties: StoredProperty[];
  manifests: StoredManifest[];
  created: string;
  modified: string;
}

/** One version of an app profile: as a cluster profile, but of no type or cloud. */
export type AppProfile = Omit<Profile, "type" | "cloudType">;

interface AppProfileRow extends Omit<AppProfile, "projectUid" | "labels" | "annotations"> {
  project_uid: string;
  labels: string;
  annotations: string;
}

function fromRow(row: AppProfileRow): AppProfile {
  return {
    uid: row.uid,
    scope: row.scope,
    projectUid: row.project_uid,
    name: row.name,
    version: row.version,
    labels: JSON.parse(row.labels),
    annotations: JSON.parse(row.annotations),
    created: row.created,
    modified: row.modified,
  };
}

const toRow = (profile: AppProfile) => ({
  ...profile,
  labels: JSON.stringify(profile.labels),
  annotations: JSON.stringify(profile.annotations),
});

export function insertAppProfile(db: Db, profile: AppProfile): void {
  db.prepare(
    `INSERT INTO app_profiles VALUES (@uid, @scope, @projectUid, @name, @version, @labels, @annotations, @created,
     @modified)`,
  ).run(toRow(profile));
}

/** Writes what may change of an app profile. */
export function updateAppProfile(db: Db, profile: AppProfile): void {
  db.prepare(
    `UPDATE app_profiles SET name = @name, version = @version, labels = @labels, annotations = @annotations,
     modified = @modified WHERE uid = @uid`,
  ).run(toRow(profile));
}

/** Its tiers go with it. */
export function deleteAppProfile(db: Db, uid: string): void {
  db.prepare("DELETE FROM app_profiles WHERE uid = ?").run(uid);
}

export function findAppProfile(db: Db, uid: string): AppProfile | undefined {
  const row = db.prepare("SELECT * FROM app_profiles WHERE uid = ?").get(uid) as AppProfileRow | undefined;
  return row && fromRow(row);
}

type Lineage = Pick<AppProfile, "scope" | "projectUid" | "name">;

/** All versions of an app profile, in the order of their creation. */
export function findAppVersions(db: Db, lineage: Lineage): { uid: string; version: string }[] {
  return db
    .prepare(
      `SELECT uid, version FROM app_profiles WHERE scope = @scope AND project_uid = @projectUid AND name = @name
       ORDER BY created, rowid`,
    )
    .all({ scope: lineage.scope, projectUid: lineage.projectUid, name: lineage.name }) as {
    uid: string;
    version: string;
  }[];
}

/** What a project sees: its own app profiles and the tenant's; without a project, the latter. */
export function listVisibleAppProfiles(db: Db, projectUid: string | undefined): AppProfile[] {
  const rows = db
    .prepare("SELECT * FROM app_profiles WHERE scope = 'tenant' OR project_uid = ? ORDER BY created, rowid")
    .all(projectUid ?? null) as AppProfileRow[];
  return rows.map(fromRow);
}

/** The tiers, in the order of the profile. */
export function findTiers(db: Db, profileUid: string): StoredTier[] {
  const rows = db.prepare("SELECT tier FROM app_tiers WHERE profile_uid = ? ORDER BY position").pluck().all(profileUid);
  return (rows as string[]).map((text) => JSON.parse(text));
}

export function saveTiers(db: Db, profileUid: string, tiers: readonly StoredTier[]): void {
  db.prepare("DELETE FROM app_tiers WHERE profile_uid = ?").run(profileUid);
  const insert = db.prepare("INSERT INTO app_tiers (profile_uid, position, tier) VALUES (?, ?, ?)");
  tiers.forEach((tier, position) => {
    insert.run(profileUid, position, JSON.stringify(tier));
  });
}
