import { parseYaml } from "./yaml/parse";
import { presetsIn } from "./yaml/presets";

/** The presets named in a layer's values by `# spectrocloud.com/enabled-presets: Group:preset,...`, sorted. */
export function presetsOf(values: string): string[] {
  return presetsIn(values, () => parseYaml(values));
}
