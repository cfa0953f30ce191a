import type { Scenario } from "./scenario";
import { layers } from "./table/layers";
import { life } from "./table/life";
import { overrides } from "./table/overrides";
import { packs } from "./table/packs";
import { variables } from "./table/variables";
import { versions } from "./table/versions";

/** Every story that each front door must tell alike. */
export const scenarios: Scenario[] = [...life, ...layers, ...overrides, ...versions, ...variables, ...packs];
