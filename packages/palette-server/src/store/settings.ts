import { randomBytes } from "node:crypto";
import type { Db } from "./database";

const GENERATED_KEY = "generated-api-key";

export function findSetting(db: Db, key: string): string | undefined {
  return db.prepare("SELECT value FROM meta WHERE key = ?").pluck().get(key) as string | undefined;
}

export function saveSetting(db: Db, key: string, value: string): void {
  db.prepare("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value").run(
    key,
    value,
  );
}

/** The random API key of this data file, made at its first use. */
export function generatedApiKey(db: Db): string {
  const stored = findSetting(db, GENERATED_KEY);
  if (stored !== undefined) return stored;
  const key = randomBytes(24).toString("base64url");
  saveSetting(db, GENERATED_KEY, key);
  return key;
}
