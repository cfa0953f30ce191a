import type { Scenario } from "../../scenario";

export const appChanges: Scenario<"app">[] = [];
