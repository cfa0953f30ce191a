import { usersText } from "../in-place";
import type { RiskRule } from "../risk-rule";

/** Nobody looks after it any more. */
export const forgottenInUse: RiskRule = {
  id: "forgotten-in-use",
  title: "A profile that clusters use is no longer managed",
  severity: "low",
  about:
    "A profile that clusters or templates use leaves the state and stays in Palette, by a `removed` block of Terraform or `retainOnDelete` of Pulumi. It needs an input that tells who uses it.",
  why: "The clusters keep the profile, and changes that are made to it in Palette are seen by no plan.",
  fix: "Say who looks after it from now on, or import it where it goes on.",
  sources: ["https://developer.hashicorp.com/terraform/language/block/removed"],
  example: {
    impact: "forget",
    reach: { clusters: ["berlin"], templates: [] },
    before: { version: "1.0.0", packs: [{ name: "argo-cd", tag: "7.8.2" }] },
  },
  find: ({ impact, reach }) => {
    const users = impact === "forget" && reach !== undefined ? usersText(reach) : undefined;
    return users === undefined ? [] : [{ message: `It stays in Palette unmanaged, and ${users}.` }];
  },
};
