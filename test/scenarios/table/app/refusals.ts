import type { Scenario } from "../../scenario";

export const appRefusals: Scenario<"app">[] = [];
