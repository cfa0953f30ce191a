import { type ChangedText, changedTexts } from "../../lineage/plan/texts";
import type { ProfileDraft } from "./draft";

/** The values, overrides and manifests of layers that are new or changed. */
export function changedLayerTexts(draft: ProfileDraft): ChangedText[] {
  return changedTexts(
    draft.planned.packs,
    (index) => draft.prior?.packs?.[draft.priorIndex("packs", index)],
    { name: "packs", element: "Layer" },
    (it) => ["values", "overrides"].map((name) => ({ path: [name], where: name, text: it[name] })),
  );
}
