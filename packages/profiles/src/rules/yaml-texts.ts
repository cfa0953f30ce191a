import type { LayerModel, ManifestModel, ProfileModel } from "../model/profile";
import { type DeepFields, knownItems, knownText } from "../model/unknown";
import { yamlErrors } from "../yaml/errors";
import { error, type Problem } from "./problem";

/** Values and manifests are YAML. */
export function checkYamlTexts(profile: DeepFields<ProfileModel>): Problem[] {
  const problems: Problem[] = [];
  for (const { item: layer, index } of knownItems<LayerModel>(profile.packs)) {
    const name = knownText(layer.name) ?? String(index + 1);
    problems.push(...checkText(layer.values, ["packs", index, "values"], `the values of layer "${name}" are`));
    for (const { item: manifest, index: at } of knownItems<ManifestModel>(layer.manifests)) {
      const what = `manifest "${knownText(manifest.name) ?? at + 1}" of layer "${name}" is`;
      problems.push(...checkText(manifest.content, ["packs", index, "manifests", at, "content"], what));
    }
  }
  return problems;
}

/** One text may break in many places because of one slip, so only the first three are told. */
function checkText(value: unknown, path: Problem["path"], what: string): Problem[] {
  const text = knownText(value);
  if (text === undefined) return [];
  return yamlErrors(text)
    .slice(0, 3)
    .map(({ line, column, message, excerpt }) => {
      const place = `line ${line}, column ${column}`;
      const shown = excerpt === "" ? "" : `, at \`${excerpt}\``;
      return error("InvalidYaml", path, `${what} not valid YAML (${place}): ${message}${shown}`, { line, column });
    });
}
