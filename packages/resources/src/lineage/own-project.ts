/** The project that a profile says is its own; the tenant's profiles have none. */
export function ownProject(annotations: Readonly<Record<string, string | undefined>> | undefined): string | undefined {
  return annotations?.scope === "project" ? annotations.projectName || undefined : undefined;
}
