import { appProfiles } from "@palette-profiles/palette-api";
import type { ProfileSearch } from "../lineage/list";

/** The app profiles that the dashboard shows a scope. */
export const searchAppProfiles: ProfileSearch = async (palette, at, part) => {
  const found = await appProfiles(palette.client, at).search(
    part === undefined ? {} : { profileName: { contains: part, ignoreCase: true } },
  );
  return found.map(({ metadata }) => ({ name: metadata?.name ?? "", scope: metadata?.annotations?.scope }));
};
