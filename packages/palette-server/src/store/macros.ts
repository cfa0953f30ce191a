import type { Db } from "./database";

export interface Macro {
  name: string;
  value: string;
}

/** Whose macros: a project's, by its uid, the tenant's, or everybody's. */
export type MacroOwner = { kind: "project"; uid: string } | { kind: "tenant" } | { kind: "system" };

/** Macros are few and always read together, so an owner's are one entry among the settings. */
const keyOf = (owner: MacroOwner) => `macros/${owner.kind === "project" ? owner.uid : owner.kind}`;

export function findMacros(db: Db, owner: MacroOwner): Macro[] {
  const stored = db.prepare("SELECT value FROM meta WHERE key = ?").pluck().get(keyOf(owner)) as string | undefined;
  return stored === undefined ? [] : (JSON.parse(stored) as Macro[]);
}

export function saveMacros(db: Db, owner: MacroOwner, macros: readonly Macro[]): void {
  db.prepare("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value").run(
    keyOf(owner),
    JSON.stringify(macros),
  );
}

/** Adds these, each in place of one of its name. */
export function upsertMacros(db: Db, owner: MacroOwner, macros: readonly Macro[]): void {
  const byName = new Map([...findMacros(db, owner), ...macros].map((macro) => [macro.name, macro]));
  saveMacros(db, owner, [...byName.values()]);
}
