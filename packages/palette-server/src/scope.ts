import type { IncomingHttpHeaders } from "node:http";
import type { Caller } from "./auth";
import { invalid } from "./errors";
import type { Db } from "./store/database";
import { findProject, type Project } from "./store/projects";

/** Where a call with an API key acts: in one project (header `ProjectUid`), or in the tenant (header absent). */
export type Scope = { kind: "tenant" } | { kind: "project"; project: Project };

/** The system beside them, where a system administrator's token acts, and nothing else does. */
export type CallScope = Scope | { kind: "system" };

export function readScope(db: Db, headers: IncomingHttpHeaders): Scope {
  const uid = headers.projectuid;
  if (uid === undefined || uid === "") return { kind: "tenant" };
  const project = typeof uid === "string" ? findProject(db, uid) : undefined;
  if (!project) throw invalid("InvalidProjectUid", `The header ProjectUid names no project: "${uid}"`);
  return { kind: "project", project };
}

/** Where this call acts, whoever made it. */
export function scopeOfCall(db: Db, request: { caller: Caller; headers: IncomingHttpHeaders }): CallScope {
  return request.caller.kind === "system" ? { kind: "system" } : readScope(db, request.headers);
}
