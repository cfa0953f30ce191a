import type { Scenario } from "./scenario";
import { appChanges } from "./table/app/changes";
import { appFailures } from "./table/app/failures";
import { appLife } from "./table/app/life";
import { appRefusals } from "./table/app/refusals";
import { appVersions } from "./table/app/versions";
import { layers } from "./table/layers";
import { life } from "./table/life";
import { overrides } from "./table/overrides";
import { packs } from "./table/packs";
import { systemGuards } from "./table/system/guards";
import { systemLife } from "./table/system/life";
import { systemUpgrades } from "./table/system/upgrades";
import { variables } from "./table/variables";
import { versions } from "./table/versions";

/** Every story of cluster profiles that each front door must tell alike. */
export const scenarios: Scenario[] = [...life, ...layers, ...overrides, ...versions, ...variables, ...packs];

/** The stories of app profiles. */
export const appScenarios: Scenario<"app">[] = [
  ...appLife,
  ...appChanges,
  ...appVersions,
  ...appFailures,
  ...appRefusals,
];

/** The stories of the system profile. */
export const systemScenarios: Scenario<"system">[] = [...systemLife, ...systemUpgrades, ...systemGuards];
