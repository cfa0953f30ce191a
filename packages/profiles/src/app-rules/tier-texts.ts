import type { AppProfileModel } from "../model/app-profile";
import type { ManifestModel } from "../model/profile";
import { type DeepFields, knownItems, knownText } from "../model/unknown";
import { packSettingProblems } from "../rules/pack-settings";
import type { Problem } from "../rules/problem";
import type { ProfileText } from "../rules/texts";
import { yamlProblems } from "../rules/yaml-problems";
import { type KnownTier, knownTiers } from "./known-tiers";

/** The values and manifests of a tier, as far as they are known. */
export function tierTexts({ tier, index, label }: KnownTier): ProfileText[] {
  const texts: ProfileText[] = [];
  const values = knownText(tier.values);
  if (values !== undefined) {
    const what = `the values of tier "${label}"`;
    texts.push({ text: values, path: ["tiers", index, "values"], what, plural: true, kind: "values" });
  }
  for (const { item: manifest, index: at } of knownItems<ManifestModel>(tier.manifests)) {
    const text = knownText(manifest.content);
    if (text === undefined) continue;
    const what = `manifest "${knownText(manifest.name) ?? at + 1}" of tier "${label}"`;
    texts.push({ text, path: ["tiers", index, "manifests", at, "content"], what, plural: false, kind: "manifest" });
  }
  return texts;
}

/** Values and manifests are YAML. V10: the namespaces that values set are ones that Kubernetes takes. */
export function checkTierTexts(profile: DeepFields<AppProfileModel>): Problem[] {
  return knownTiers(profile)
    .flatMap(tierTexts)
    .flatMap((text) => [...yamlProblems(text), ...(text.kind === "manifest" ? [] : packSettingProblems(text))]);
}
