import type { ProfileProperties } from "./facts";
import type { Finding } from "./finding";

/** Options of {@link limitScope}. */
export interface AllowedScope {
  /** Profiles that may be the whole tenant's, by name. Default: none. */
  tenantProfiles: readonly string[];
  /** Projects that profiles may be in; each profile then has to name its own. Default: all. */
  projects?: readonly string[];
}

/** A profile is in the project that it is for: one of the tenant is in all projects, and whoever may edit it edits all. */
export function limitScope({ name, context, project }: ProfileProperties, options: AllowedScope): Finding[] {
  const told = (path: string, message: string, fix: string): Finding[] => [
    { code: "palette-scope", path, message, fix },
  ];
  if (context === "tenant") {
    if (typeof name === "symbol" || options.tenantProfiles.includes(String(name))) return [];
    const fix = "Give it a project, or list it in tenantProfiles.";
    return told("context", `The profile "${String(name)}" is the whole tenant's.`, fix);
  }
  if (options.projects === undefined || typeof context === "symbol" || typeof project === "symbol") return [];
  const fix = options.projects.length === 0 ? "No project is allowed." : `Write ${options.projects.join(" or ")}.`;
  if (project === undefined) return told("project", "The profile names no project, so it is in the stack's.", fix);
  return options.projects.includes(String(project))
    ? []
    : told("project", `The project "${String(project)}" is not allowed.`, fix);
}
