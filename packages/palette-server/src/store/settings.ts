import { randomBytes } from "node:crypto";
import type { Db } from "./database";

const GENERATED_KEY = "generated-api-key";

/** The random API key of this data file, made at its first use. */
export function generatedApiKey(db: Db): string {
  const stored = db.prepare("SELECT value FROM meta WHERE key = ?").pluck().get(GENERATED_KEY) as string | undefined;
  if (stored !== undefined) return stored;
  const key = randomBytes(24).toString("base64url");
  db.prepare("INSERT INTO meta (key, value) VALUES (?, ?)").run(GENERATED_KEY, key);
  return key;
}
