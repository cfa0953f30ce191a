import type { Scenario } from "../../scenario";

export const systemGuards: Scenario<"system">[] = [];
