import { appProfiles, type V1AppProfileSummary } from "@palette-profiles/palette-api";
import { defineDataSource } from "@palette-profiles/resource-kit";
import { explained } from "../explain";
import { type Palette, scopeOf } from "../palette";
import { type ListedProfile, listAttributes, listProblems, nameFilter, wantedVersions } from "./profile-list";

/** One call for 50 app profiles, whatever is asked. */
export const appProfilesDataSource = defineDataSource<Palette, typeof listAttributes>({
  type: "app_profiles",
  description:
    "The app profiles of a project or of the tenant, with their versions: all, or those that a filter lets through. Nothing found is an empty list.",
  attributes: listAttributes,
  validate: listProblems,
  read: (config, run) =>
    explained("listing app profiles", async () => {
      const { context = "project", project } = config;
      const at = await scopeOf({ context, project }, run);
      const found = await appProfiles(run.context.client, at).search(nameFilter(config));
      return { ...config, ...wantedVersions(found.map(shown), config) };
    }),
});

function shown({ metadata, spec }: V1AppProfileSummary): ListedProfile {
  return {
    uid: metadata?.uid ?? "",
    name: metadata?.name ?? "",
    version: spec?.version || "1.0.0",
    scope: metadata?.annotations?.scope,
    labels: metadata?.labels ?? {},
    versions: spec?.versions ?? [],
  };
}
