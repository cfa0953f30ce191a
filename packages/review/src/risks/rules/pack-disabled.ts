import { packsIn } from "../pack-states";
import type { RiskRule } from "../risk-rule";

/** A version that is gone, or as good as gone. */
export const packDisabled: RiskRule = {
  id: "pack-disabled",
  title: "A pack is disabled or deleted",
  severity: "high",
  about:
    "A layer comes or moves to a version of a pack that Palette has disabled or deleted; `low` where the layer had it before. It needs `--live`: a plan does not tell a pack's state.",
  why: "A disabled version is not for new profiles, and no cluster can be made with a deleted one.",
  fix: "Take another version, or another pack.",
  sources: ["https://docs.spectrocloud.com/integrations/maintenance-policy/"],
  example: {
    packStates: { "64a1c": "disabled" },
    before: { packs: [{ name: "nginx", tag: "1.9.0", uid: "64a1b" }] },
    after: { packs: [{ name: "nginx", tag: "1.10.0", uid: "64a1c" }] },
  },
  find: (profile) => packsIn(profile, ["disabled", "deleted"]),
};
