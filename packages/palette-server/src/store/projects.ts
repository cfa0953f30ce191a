import { newUid } from "../uid";
import type { Db } from "./database";

export const DEFAULT_PROJECT = "Default";

export interface Project {
  uid: string;
  name: string;
  created: string;
  labels: Record<string, string>;
}

/** Adds the project unless there is one of that name. Labels that are given take the place of those it has. */
export function ensureProject(db: Db, name: string, labels?: Record<string, string>): void {
  db.prepare("INSERT INTO projects (uid, name, created) VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING").run(
    newUid(),
    name,
    new Date().toISOString(),
  );
  if (labels === undefined) return;
  db.prepare("UPDATE projects SET labels = ? WHERE name = ?").run(JSON.stringify(labels), name);
}

export function listProjects(db: Db): Project[] {
  return (db.prepare("SELECT * FROM projects ORDER BY created, rowid").all() as Row[]).map(fromRow);
}

export function findProject(db: Db, uid: string): Project | undefined {
  const row = db.prepare("SELECT * FROM projects WHERE uid = ?").get(uid) as Row | undefined;
  return row && fromRow(row);
}

type Row = Omit<Project, "labels"> & { labels: string };

const fromRow = (row: Row): Project => ({ ...row, labels: JSON.parse(row.labels) });
