import { newUid } from "../uid";
import type { Db } from "./database";

export const DEFAULT_PROJECT = "Default";

export interface Project {
  uid: string;
  name: string;
  created: string;
}

/** Adds the project unless there is one of that name. */
export function ensureProject(db: Db, name: string): void {
  db.prepare("INSERT INTO projects (uid, name, created) VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING").run(
    newUid(),
    name,
    new Date().toISOString(),
  );
}

export function listProjects(db: Db): Project[] {
  return db.prepare("SELECT * FROM projects ORDER BY created, rowid").all() as Project[];
}

export function findProject(db: Db, uid: string): Project | undefined {
  return db.prepare("SELECT * FROM projects WHERE uid = ?").get(uid) as Project | undefined;
}
