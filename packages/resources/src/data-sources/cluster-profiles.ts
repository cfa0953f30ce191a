import { clusterProfiles, type V1ClusterProfileSummary } from "@palette-profiles/palette-api";
import { defineDataSource, s } from "@palette-profiles/resource-kit";
import { explained } from "../explain";
import { type Palette, scopeOf } from "../palette";
import { type ListedProfile, listAttributes, listProblems, nameFilter, wantedVersions } from "./profile-list";

const attributes = {
  ...listAttributes,
  type: s.string({
    description: "Only profiles of this type: `add-on`, `infra` or `cluster` (full).",
    optional: true,
    example: "add-on",
  }),
  cloud: s.string({
    description: "Only profiles for exactly this cloud, such as `aws`; `all` means those for all clouds.",
    optional: true,
    example: "aws",
  }),
};

/** One call for 50 profiles, whatever is asked; Palette's limit is 200 versions in all where nobody raised it. */
export const clusterProfilesDataSource = defineDataSource<Palette, typeof attributes>({
  type: "cluster_profiles",
  description:
    "The cluster profiles of a project or of the tenant, with their versions: all, or those that a filter lets through. Nothing found is an empty list.",
  attributes,
  validate: listProblems,
  read: (config, run) =>
    explained("listing cluster profiles", async () => {
      const { context = "project", project, type, cloud } = config;
      const at = await scopeOf({ context, project }, run);
      const scope = context === "tenant" ? ("tenant" as const) : ("project" as const);
      const found = await clusterProfiles(run.context.client, at).search({ ...nameFilter(config), scope });
      const listed = found.filter((it) => {
        const template = it.specSummary?.published ?? it.specSummary?.draft;
        return (
          (type === undefined || template?.type === type) && (cloud === undefined || template?.cloudType === cloud)
        );
      });
      return { ...config, ...wantedVersions(listed.map(shown), config) };
    }),
});

function shown({ metadata, specSummary }: V1ClusterProfileSummary): ListedProfile {
  return {
    uid: metadata?.uid ?? "",
    name: metadata?.name ?? "",
    version: specSummary?.version || "1.0.0",
    scope: metadata?.annotations?.scope,
    labels: metadata?.labels ?? {},
    versions: specSummary?.versions ?? [],
  };
}
