import type { SystemProfileState } from "./attributes";
import { type LiveSystemProfile, layerNamed } from "./live";
import { type LayerMemory, memoryOf, memoryText, type Remembered } from "./memory";
import { mergeTags, rebase } from "./merge-part";
import { valuesWish } from "./merge-profile";

/** What is remembered of each layer, after what upgrades of Palette brought since. */
export function rebasedMemory(prior: SystemProfileState, live: LiveSystemProfile): string | undefined {
  if (prior.lastApplied === undefined) return undefined;
  const memory = Object.entries(memoryOf(prior.lastApplied)).map(([name, before]): [string, LayerMemory] => {
    const layer = layerNamed(live.layers, name);
    const written = prior.packs?.find((each) => each.name === name);
    if (layer === undefined) return [name, before];
    const overwrite = written?.overwrite ?? [];
    const { tag, values, manifests } = before;
    const contents = Object.entries(manifests ?? {}).map(([manifest, it]): [string, Remembered] => {
      const content = layer.manifests.find((each) => each.name === manifest)?.content;
      const paths = overwrite.map((path) => path.replace(`${manifest}: `, ""));
      return [manifest, content === undefined ? it : rebase(it, content, paths, { whole: it.written })];
    });
    return [
      name,
      {
        ...(tag === undefined ? {} : { tag: rebase(tag, layer.tag, overwrite, { whole: tag.written }, mergeTags) }),
        ...(values === undefined ? {} : { values: rebase(values, layer.values, overwrite, valuesWish(written)) }),
        ...(contents.length === 0 ? {} : { manifests: Object.fromEntries(contents) }),
      },
    ];
  });
  return memoryText(Object.fromEntries(memory));
}
