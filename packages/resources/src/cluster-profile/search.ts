import { clusterProfiles } from "@palette-profiles/palette-api";
import type { ProfileSearch } from "../lineage/list";

/** The cluster profiles that the dashboard shows a scope. */
export const searchClusterProfiles: ProfileSearch = async (palette, at, part) => {
  const scope = at.scope.kind === "tenant" ? ("tenant" as const) : ("project" as const);
  const name = part === undefined ? {} : { profileName: { contains: part, ignoreCase: true } };
  const found = await clusterProfiles(palette.client, at).search({ ...name, scope });
  return found.map(({ metadata }) => ({ name: metadata?.name ?? "", scope: metadata?.annotations?.scope }));
};
