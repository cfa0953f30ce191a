import { keyPaths, mergeYaml, YamlMergeError } from "@palette-profiles/profiles";
import type { HelmValuesProps } from "./helm-values-props";
import { yamlText } from "./yaml-text";

/**
 * Helm values as Palette wants them: under `charts` and the chart's name, comments and all, beside Palette's settings of
 * the layer. Source: docs.spectrocloud.com, "Add a custom pack" and "Create a Helm chart add-on".
 *
 * @param path the file that they are from, for the error
 * @throws where they are no map of keys
 */
export function helmValues(path: string, text: string, props: HelmValuesProps): string {
  const { chart, namespace, releaseName, installPriority } = props;
  const settings = {
    namespace,
    releaseNameOverride: releaseName === undefined ? undefined : { [chart]: releaseName },
    "spectrocloud.com/install-priority": installPriority === undefined ? undefined : String(installPriority),
  };
  const anySetting = Object.values(settings).some((setting) => setting !== undefined);
  // A chart whose values are comments alone has an empty map.
  const key = yamlText({ charts: { [chart]: {} } });
  const body = withoutMarkers(text);
  const opened = isEmpty(path, body) ? key : key.replace(/ \{\}\n$/, "\n");
  return `${anySetting ? yamlText({ pack: settings }) : ""}${opened}${indented(body)}`;
}

/** The text without the line that may begin a document: what it is put into is one already. */
function withoutMarkers(text: string): string {
  return text.replace(/^((?:[^\S\n]*(?:#.*)?\n)*)---[^\S\n]*(?:#.*)?(?:\n|$)/, "$1");
}

function isEmpty(path: string, text: string): boolean {
  try {
    mergeYaml("", text);
    return keyPaths(text).length === 0;
  } catch (error) {
    if (!(error instanceof YamlMergeError)) throw error;
    throw new Error(
      `InvalidHelmValues: "${path}" cannot be a chart's values: ${error.message}; a Helm values file is one map of keys`,
    );
  }
}

function indented(text: string): string {
  const whole = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  return whole.replace(/^(?=[^\r\n])/gm, "    ");
}
