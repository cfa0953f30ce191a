import type { RiskRule } from "../risk-rule";

/** The profile of the Enterprise cluster, which hosts Palette. */
export const systemProfileTouched: RiskRule = {
  id: "system-profile-touched",
  title: "The Enterprise cluster changes",
  severity: "high",
  about:
    "Any change of a system profile, and its adoption. Letting go of one changes nothing in Palette and is no finding.",
  why: "The system profile builds the cluster that hosts Palette: what goes wrong there takes Palette away from every tenant.",
  fix: "Take a backup, change one layer at a time, and apply in a maintenance window.",
  example: {
    kind: "system",
    before: {
      name: "palette-enterprise",
      packs: [{ name: "kubernetes", values: "pack:\n  podCIDR: 192.168.0.0/16\n" }],
    },
    after: { name: "palette-enterprise", packs: [{ name: "kubernetes", values: "pack:\n  podCIDR: 100.64.0.0/16\n" }] },
  },
  find: ({ kind, impact, changes }) =>
    kind === "system" && (impact === "adopt" || (impact !== "forget" && changes.length > 0))
      ? [{ message: impact === "adopt" ? "A system profile is adopted." : "A system profile changes." }]
      : [],
};
