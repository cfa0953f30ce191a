import { createHash, randomBytes } from "node:crypto";

/** A fresh uid of Palette's form: 24 hex digits. */
export function newUid(): string {
  return randomBytes(12).toString("hex");
}

/** The same parts always give the same uid, so that registries and packs keep theirs from one data file to another. */
export function uidOf(...parts: string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 24);
}

export function digestOf(text: string): string {
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}
