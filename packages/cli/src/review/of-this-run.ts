import { randomBytes } from "node:crypto";

/** The day, in UTC, `2026-11-23`. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** What the hashes of masked values are made with: another one each time, and never shown. */
export function newSalt(): string {
  return randomBytes(32).toString("hex");
}
