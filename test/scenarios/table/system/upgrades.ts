import type { Scenario } from "../../scenario";

export const systemUpgrades: Scenario<"system">[] = [];
