import { closeSync, openSync } from "node:fs";
import Database from "better-sqlite3";

export type Db = Database.Database;

/** Each step leads from one schema version to the next; a step that has been released is never changed. */
const STEPS: readonly string[] = [
  `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE projects (uid TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, created TEXT NOT NULL) STRICT;
CREATE TABLE registries (
  uid TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, scope TEXT NOT NULL, created TEXT NOT NULL
) STRICT;
CREATE TABLE profiles (
  uid TEXT PRIMARY KEY,
  scope TEXT NOT NULL,
  project_uid TEXT NOT NULL,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  type TEXT NOT NULL,
  cloud_type TEXT NOT NULL,
  labels TEXT NOT NULL,
  annotations TEXT NOT NULL,
  created TEXT NOT NULL,
  modified TEXT NOT NULL,
  UNIQUE (scope, project_uid, name, version)
) STRICT;
CREATE TABLE templates (
  profile_uid TEXT NOT NULL REFERENCES profiles (uid) ON DELETE CASCADE,
  stage TEXT NOT NULL,
  packs TEXT NOT NULL,
  PRIMARY KEY (profile_uid, stage)
) STRICT;
CREATE TABLE variables (
  profile_uid TEXT NOT NULL REFERENCES profiles (uid) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  variable TEXT NOT NULL,
  PRIMARY KEY (profile_uid, position)
) STRICT;
`,
  `
CREATE TABLE app_profiles (
  uid TEXT PRIMARY KEY,
  scope TEXT NOT NULL,
  project_uid TEXT NOT NULL,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  labels TEXT NOT NULL,
  annotations TEXT NOT NULL,
  created TEXT NOT NULL,
  modified TEXT NOT NULL,
  UNIQUE (scope, project_uid, name, version)
) STRICT;
CREATE TABLE app_tiers (
  profile_uid TEXT NOT NULL REFERENCES app_profiles (uid) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  tier TEXT NOT NULL,
  PRIMARY KEY (profile_uid, position)
) STRICT;
`,
  `
ALTER TABLE projects ADD COLUMN labels TEXT NOT NULL DEFAULT '{}';
`,
];

const SCHEMA_VERSION = STEPS.length;

/** Opens the data file for this process alone, and makes its tables when it is new. */
export function openDatabase(file: string): Db {
  const db = openFile(file);
  try {
    if (file !== ":memory:") takeLock(db, file);
    db.pragma("foreign_keys = ON");
    migrate(db, file);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function openFile(file: string): Db {
  try {
    // The file holds the API key: nobody else may read it.
    if (file !== ":memory:") closeSync(openSync(file, "a", 0o600));
    return new Database(file, { timeout: 0 });
  } catch (error) {
    throw new Error(`The data file ${file} cannot be opened: ${(error as Error).message}`);
  }
}

/** SQLite's own exclusive lock keeps a second server out, and goes away with the process however that ends. */
function takeLock(db: Db, file: string): void {
  try {
    db.pragma("locking_mode = EXCLUSIVE");
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    db.exec("BEGIN EXCLUSIVE; COMMIT");
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    if (code.startsWith("SQLITE_BUSY")) {
      throw new Error(`The data file ${file} is in use by another palette server: stop that one, or give another file`);
    }
    if (code === "SQLITE_NOTADB") throw new Error(`${file} is not a data file of a palette server`);
    throw new Error(`The data file ${file} cannot be used: ${(error as Error).message}`);
  }
}

/** All steps that are missing, or, after an error, none. */
function migrate(db: Db, file: string): void {
  const version = db.pragma("user_version", { simple: true }) as number;
  if (version === SCHEMA_VERSION) return;
  if (version > SCHEMA_VERSION) {
    throw new Error(
      `The data file ${file} has schema version ${version}, written by a newer palette server; this one knows ${SCHEMA_VERSION}`,
    );
  }
  const tables = db.prepare("SELECT count(*) FROM sqlite_schema").pluck().get() as number;
  if (version === 0 && tables > 0)
    throw new Error(`${file} is an SQLite file, but not a data file of a palette server`);
  try {
    db.transaction(() => {
      for (const step of STEPS.slice(version)) db.exec(step);
      db.pragma(`user_version = ${SCHEMA_VERSION}`);
    }).immediate();
  } catch (error) {
    const reason = (error as Error).message;
    throw new Error(
      `The data file ${file} cannot be brought from schema version ${version} to ${SCHEMA_VERSION}: ${reason}`,
    );
  }
}
