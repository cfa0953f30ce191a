import { uidOf } from "../uid";
import type { Db } from "./database";

export const PUBLIC_REGISTRY = "Public Repo";
export const REGISTRY_KINDS = ["pack", "helm", "oci"] as const;
export type RegistryKind = (typeof REGISTRY_KINDS)[number];

export interface Registry {
  uid: string;
  name: string;
  kind: RegistryKind;
  scope: "system" | "tenant";
  created: string;
}

export function registryUid(name: string): string {
  return uidOf("registry", name);
}

/** Adds the registry unless there is one of that name; a registry never changes its kind. */
export function ensureRegistry(db: Db, name: string, kind: RegistryKind): Registry {
  const scope = name === PUBLIC_REGISTRY ? "system" : "tenant";
  db.prepare(
    "INSERT INTO registries (uid, name, kind, scope, created) VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING",
  ).run(registryUid(name), name, kind, scope, new Date().toISOString());
  const registry = findRegistry(db, registryUid(name))!;
  if (registry.kind !== kind) {
    throw new Error(`The registry "${name}" is of kind ${registry.kind} in the data file, not ${kind}`);
  }
  return registry;
}

export function listRegistries(db: Db, kind?: RegistryKind): Registry[] {
  const all = db.prepare("SELECT * FROM registries ORDER BY created, rowid").all() as Registry[];
  return kind ? all.filter((registry) => registry.kind === kind) : all;
}

export function findRegistry(db: Db, uid: string): Registry | undefined {
  return db.prepare("SELECT * FROM registries WHERE uid = ?").get(uid) as Registry | undefined;
}
