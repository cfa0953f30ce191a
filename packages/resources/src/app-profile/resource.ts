import { defineResource } from "@palette-profiles/resource-kit";
import { explained } from "../explain";
import { profileIdentity } from "../lineage/identity";
import { profileList } from "../lineage/list";
import { lifeOf } from "../lineage/resource";
import { fromOfficial } from "../moves/from-official";
import type { Palette } from "../palette";
import { type AppProfileState, appProfileAttributes } from "./attributes";
import { concise } from "./concise";
import { appProfileKind } from "./kind";
import { refine } from "./plan/refine";
import { searchAppProfiles } from "./search";
import { validate } from "./validate";

export const appProfile = defineResource<Palette, typeof appProfileAttributes>({
  type: "app_profile",
  description:
    "An app profile: the tiers that make an application in a virtual cluster, in versions. A new version stands beside the ones before; destroy removes those that the resource made.",
  attributes: appProfileAttributes,
  version: 0,
  validate,
  refine: (draft) => explained(`planning app profile "${String(draft.planned.name)}"`, () => refine(draft)),
  moves: [fromOfficial<AppProfileState>("spectrocloud_application_profile", appProfileAttributes)],
  identity: profileIdentity(appProfileKind),
  list: profileList("app profile", searchAppProfiles),
  concise,
  ...lifeOf(appProfileKind),
});
