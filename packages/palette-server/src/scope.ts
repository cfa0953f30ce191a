import type { IncomingHttpHeaders } from "node:http";
import { invalid } from "./errors";
import type { Db } from "./store/database";
import { findProject, type Project } from "./store/projects";

/** Where a call acts: in one project (header `ProjectUid`), or in the tenant (header absent). */
export type Scope = { kind: "tenant" } | { kind: "project"; project: Project };

export function readScope(db: Db, headers: IncomingHttpHeaders): Scope {
  const uid = headers.projectuid;
  if (uid === undefined || uid === "") return { kind: "tenant" };
  const project = typeof uid === "string" ? findProject(db, uid) : undefined;
  if (!project) throw invalid("InvalidProjectUid", `The header ProjectUid names no project: "${uid}"`);
  return { kind: "project", project };
}
