import { packsIn } from "../pack-states";
import type { RiskRule } from "../risk-rule";

/** A version that goes soon. */
export const packDeprecated: RiskRule = {
  id: "pack-deprecated",
  title: "A pack is deprecated",
  severity: "medium",
  about:
    "A layer comes or moves to a version of a pack that Palette has deprecated; `low` where the layer had it before. It needs `--live`: a plan does not tell a pack's state.",
  why: "Three months later the version is disabled for new profiles, and after three more it is deleted.",
  fix: "Take a newer version, or the pack that takes its place.",
  sources: ["https://docs.spectrocloud.com/integrations/maintenance-policy/"],
  example: {
    packStates: { "64a1c": "deprecated" },
    before: { packs: [{ name: "nginx", tag: "1.9.0", uid: "64a1b" }] },
    after: { packs: [{ name: "nginx", tag: "1.10.0", uid: "64a1c" }] },
  },
  find: (profile) => packsIn(profile, ["deprecated"]),
};
