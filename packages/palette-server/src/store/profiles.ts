import type { V1PackLayer, V1PackType, V1Variable } from "@palette-profiles/palette-api";
import type { Db } from "./database";

export type ProfileScope = "project" | "tenant" | "system";
export type ProfileType = "add-on" | "infra" | "cluster" | "system";
/** PUT writes the draft; publishing makes it the published one. */
export type Stage = "draft" | "published";

export interface StoredManifest {
  uid: string;
  name: string;
  content: string;
}

/** One layer of a profile, resolved to the pack it stands for. */
export interface StoredPack {
  name: string;
  type: V1PackType;
  layer: V1PackLayer;
  /** As asked for; may be a train such as `1.30.x`. */
  tag: string;
  /** What the tag stood for when it was written. */
  version: string;
  registryUid: string;
  packUid: string;
  values: string;
  manifests: StoredManifest[];
}

/** One version of a profile. */
export interface Profile {
  uid: string;
  scope: ProfileScope;
  /** Empty outside a project. */
  projectUid: string;
  name: string;
  version: string;
  type: ProfileType;
  cloudType: string;
  labels: Record<string, string>;
  /** Those of the client; the server's own are added when a profile is shown. */
  annotations: Record<string, string>;
  created: string;
  modified: string;
}

interface ProfileRow extends Omit<Profile, "projectUid" | "cloudType" | "labels" | "annotations"> {
  project_uid: string;
  cloud_type: string;
  labels: string;
  annotations: string;
}

function fromRow(row: ProfileRow): Profile {
  return {
    uid: row.uid,
    scope: row.scope,
    projectUid: row.project_uid,
    name: row.name,
    version: row.version,
    type: row.type,
    cloudType: row.cloud_type,
    labels: JSON.parse(row.labels),
    annotations: JSON.parse(row.annotations),
    created: row.created,
    modified: row.modified,
  };
}

const toRow = (profile: Profile) => ({
  ...profile,
  labels: JSON.stringify(profile.labels),
  annotations: JSON.stringify(profile.annotations),
});

export function insertProfile(db: Db, profile: Profile): void {
  db.prepare(
    `INSERT INTO profiles VALUES (@uid, @scope, @projectUid, @name, @version, @type, @cloudType, @labels,
     @annotations, @created, @modified)`,
  ).run(toRow(profile));
}

/** Writes what may change of a profile. */
export function updateProfile(db: Db, profile: Profile): void {
  db.prepare(
    `UPDATE profiles SET name = @name, version = @version, labels = @labels, annotations = @annotations,
     modified = @modified WHERE uid = @uid`,
  ).run(toRow(profile));
}

/** True when there was such a profile; its templates and variables go with it. */
export function deleteProfile(db: Db, uid: string): boolean {
  return db.prepare("DELETE FROM profiles WHERE uid = ?").run(uid).changes > 0;
}

export function findProfile(db: Db, uid: string): Profile | undefined {
  const row = db.prepare("SELECT * FROM profiles WHERE uid = ?").get(uid) as ProfileRow | undefined;
  return row && fromRow(row);
}

/** Of the tenant and its projects, each version counting as one. */
export function countProfiles(db: Db): number {
  return db.prepare("SELECT count(*) FROM profiles WHERE scope <> 'system'").pluck().get() as number;
}

type Lineage = Pick<Profile, "scope" | "projectUid" | "name">;

/** All versions of a profile, in the order of their creation. */
export function findVersions(db: Db, lineage: Lineage): { uid: string; version: string }[] {
  return db
    .prepare(
      `SELECT uid, version FROM profiles WHERE scope = @scope AND project_uid = @projectUid AND name = @name
       ORDER BY created, rowid`,
    )
    .all({ scope: lineage.scope, projectUid: lineage.projectUid, name: lineage.name }) as {
    uid: string;
    version: string;
  }[];
}

/** What a project sees: its own profiles and the tenant's; without a project, the latter. */
export function listVisibleProfiles(db: Db, projectUid: string | undefined): Profile[] {
  const rows = db
    .prepare(
      "SELECT * FROM profiles WHERE scope = 'tenant' OR (scope = 'project' AND project_uid = ?) ORDER BY created, rowid",
    )
    .all(projectUid ?? null) as ProfileRow[];
  return rows.map(fromRow);
}

/** What a system administrator sees. */
export function listSystemProfiles(db: Db): Profile[] {
  const rows = db.prepare("SELECT * FROM profiles WHERE scope = 'system' ORDER BY created, rowid").all();
  return (rows as ProfileRow[]).map(fromRow);
}

export function findTemplate(db: Db, uid: string, stage: Stage): StoredPack[] | undefined {
  const text = db.prepare("SELECT packs FROM templates WHERE profile_uid = ? AND stage = ?").pluck().get(uid, stage);
  return typeof text === "string" ? JSON.parse(text) : undefined;
}

export function saveTemplate(db: Db, uid: string, stage: Stage, packs: readonly StoredPack[]): void {
  db.prepare(
    `INSERT INTO templates (profile_uid, stage, packs) VALUES (?, ?, ?)
     ON CONFLICT (profile_uid, stage) DO UPDATE SET packs = excluded.packs`,
  ).run(uid, stage, JSON.stringify(packs));
}

/** The draft takes the place of the published template; without a draft nothing changes. */
export function publishDraft(db: Db, uid: string): void {
  const drafts = db.prepare("SELECT 1 FROM templates WHERE profile_uid = ? AND stage = 'draft'");
  if (!drafts.get(uid)) return;
  db.prepare("DELETE FROM templates WHERE profile_uid = ? AND stage = 'published'").run(uid);
  db.prepare("UPDATE templates SET stage = 'published' WHERE profile_uid = ?").run(uid);
}

export function findVariables(db: Db, uid: string): V1Variable[] {
  const rows = db.prepare("SELECT variable FROM variables WHERE profile_uid = ? ORDER BY position").pluck().all(uid);
  return (rows as string[]).map((text) => JSON.parse(text));
}

export function saveVariables(db: Db, uid: string, variables: readonly V1Variable[]): void {
  db.prepare("DELETE FROM variables WHERE profile_uid = ?").run(uid);
  const insert = db.prepare("INSERT INTO variables (profile_uid, position, variable) VALUES (?, ?, ?)");
  variables.forEach((variable, position) => {
    insert.run(uid, position, JSON.stringify(variable));
  });
}
