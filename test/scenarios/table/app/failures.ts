import type { Scenario } from "../../scenario";

export const appFailures: Scenario<"app">[] = [];
