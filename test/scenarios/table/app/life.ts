import type { Scenario } from "../../scenario";

export const appLife: Scenario<"app">[] = [];
