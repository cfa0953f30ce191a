import type { Scenario } from "./scenario";
import { layers } from "./table/layers";
import { life } from "./table/life";

/** Every story that each front door must tell alike. */
export const scenarios: Scenario[] = [...life, ...layers];
