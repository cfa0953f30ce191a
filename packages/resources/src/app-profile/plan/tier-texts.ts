import { isObject } from "@palette-profiles/resource-kit";
import { type ChangedText, changedTexts } from "../../lineage/plan/texts";
import { type AppProfileDraft, tierBefore } from "./draft";

const PROPERTIES = ["properties", "sensitiveProperties"] as const;

/** The values, properties and manifests of tiers that are new or changed. */
export function changedTierTexts(draft: AppProfileDraft): ChangedText[] {
  return changedTexts(
    draft.planned.tiers,
    (index) => tierBefore(draft, index),
    { name: "tiers", element: "Tier" },
    (it) => [
      { path: ["values"], where: "values", text: it.values },
      ...PROPERTIES.flatMap((field) => {
        const map = it[field];
        return Object.entries(isObject(map) ? map : {}).map(([name, text]) => ({
          path: [field, name],
          where: `property "${name}"`,
          text,
        }));
      }),
    ],
  );
}
