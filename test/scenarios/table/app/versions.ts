import type { Scenario } from "../../scenario";

export const appVersions: Scenario<"app">[] = [];
