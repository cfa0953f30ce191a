import type { Scenario } from "../../scenario";

export const systemLife: Scenario<"system">[] = [];
