import type { V1Variable } from "@palette-profiles/palette-api";
import type { Backend } from "../backend";
import { readBody, readStrings } from "../body";
import type { CallScope } from "../scope";
import { findTemplate, findVariables, saveVariables, updateProfile } from "../store/profiles";
import { refuseLocked } from "./refuse-locked";
import { requireVariables } from "./variable-references";
import { checkVariables, readVariables, unmaskVariable } from "./variables";
import { requireOwned } from "./write-profile";

/** `PUT .../variables`: the list given takes the place of the stored one; null clears it. */
export function replaceVariables(backend: Backend, scope: CallScope, uid: string, body: unknown): void {
  const given = readVariables(readBody(body).variables, "variables");
  change(backend, scope, uid, (stored) => given.map((variable) => unmask(variable, stored)));
}

/** `PATCH .../variables`: those given are added, or replace the ones of their names. */
export function upsertVariables(backend: Backend, scope: CallScope, uid: string, body: unknown): void {
  const given = readVariables(readBody(body).variables, "variables");
  change(backend, scope, uid, (stored) => {
    const updated = stored.map((variable) => given.find((other) => other.name === variable.name) ?? variable);
    const added = given.filter((variable) => !stored.some((other) => other.name === variable.name));
    return [...updated, ...added].map((variable) => unmask(variable, stored));
  });
}

/** `DELETE .../variables`: by name; a name that is not there is no error. */
export function removeVariables(backend: Backend, scope: CallScope, uid: string, body: unknown): void {
  const names = readStrings(readBody(body).variables, "variables") ?? [];
  change(backend, scope, uid, (stored) => stored.filter((variable) => !names.includes(variable.name)));
}

const unmask = (variable: V1Variable, stored: readonly V1Variable[]) =>
  unmaskVariable(
    variable,
    stored.find((other) => other.name === variable.name),
  );

function change(backend: Backend, scope: CallScope, uid: string, next: (stored: V1Variable[]) => V1Variable[]): void {
  backend.db
    .transaction(() => {
      const profile = requireOwned(backend, scope, uid);
      refuseLocked(backend, profile);
      const variables = next(findVariables(backend.db, uid));
      checkVariables(variables);
      // Clusters run what is published, so a variable stays while either template uses it.
      for (const stage of ["draft", "published"] as const) {
        requireVariables(findTemplate(backend.db, uid, stage) ?? [], variables);
      }
      saveVariables(backend.db, uid, variables);
      updateProfile(backend.db, { ...profile, modified: new Date().toISOString() });
    })
    .immediate();
}
