import { sameYaml } from "@palette-profiles/profiles";
import { type Draft, hasUnknown, isObject, isUnknown, UNKNOWN } from "@palette-profiles/resource-kit";
import { suggest } from "../lookups";
import { type Palette, systemScope } from "../palette";
import type { SystemLayerState, SystemProfileState } from "./attributes";
import { findSystemProfile } from "./find";
import { type LiveSystemProfile, layerNamed, readSystemProfile } from "./live";
import { type Memory, memoryOf, memoryText } from "./memory";
import { type MergedProfile, mergeProfile, type WrittenLayer } from "./merge-profile";
import { planTags } from "./pack-tags";
import { changeNotes, tellConflict, tellPlaces } from "./told";

export type SystemDraft = Draft<Palette, SystemProfileState>;

/** The profile as it will be, and all that speaks against it. Asks Palette only where something changes. */
export async function refine(draft: SystemDraft): Promise<void> {
  const { planned, prior } = draft;
  if (isUnknown(planned.name)) return;
  if (prior !== undefined && !draft.changed("packs") && !isPending(prior)) return;
  const at = systemScope(draft);
  const uid = prior?.id ?? (await findSystemProfile(draft.context, at, planned.name));
  const live = await readSystemProfile(draft.context, at, uid);
  if (live === undefined) {
    draft.error(["name"], {
      code: "SystemProfileIsGone",
      summary: "The system profile is gone",
      detail: `Palette has no system profile with the uid ${uid} any more. Plan again with a refresh: a profile of the name "${planned.name}" is then looked for.`,
    });
    return;
  }
  Object.assign(planned, headOf(live));
  if (!namesLayers(draft, live)) return;
  if (!Array.isArray(planned.packs) && planned.packs !== undefined) return unknownLayers(draft);
  const merged = mergeProfile(live, decidedMemory(draft), knownLayers(draft));
  for (const conflict of merged.conflicts) tellConflict(draft, conflict);
  planLayers(draft, live, merged);
  await planTags(draft, at, live, merged);
  if (hasUnknown(planned.packs)) {
    planned.lastApplied = UNKNOWN;
    planned.previousLayers = UNKNOWN;
  } else {
    planned.lastApplied = memoryText(merged.memory);
    planned.previousLayers = merged.changes.length > 0 ? UNKNOWN : prior?.previousLayers;
  }
  if (merged.changes.length === 0 || merged.conflicts.length > 0) return;
  if (planned.allowUpdate !== true && !isUnknown(planned.allowUpdate)) {
    draft.error(["allowUpdate"], {
      code: "UpdateNotAllowed",
      summary: "The system profile would change",
      detail: `The system profile "${live.name}" would change at ${tellPlaces(merged.changes)}. It is the profile of the cluster that hosts Palette: set allow_update = true to allow that, best together with backup_file, or write what Palette has.`,
    });
    return;
  }
  changeNotes(draft, live, merged);
}

/** What Palette says of the profile itself. */
export function headOf({ uid, version, cloud, description }: LiveSystemProfile) {
  return { id: uid, version, cloud, description };
}

/** Whether Palette holds something else than what was sent last, so that a merge has to say what comes of it. */
function isPending(prior: SystemProfileState): boolean {
  const memory: Memory = memoryOf(prior.lastApplied);
  return (prior.packs ?? []).some((layer) => {
    const { tag, values, manifests } = memory[layer.name] ?? {};
    const contents = (layer.manifests ?? []).map(
      ({ name, effectiveContent }) => [manifests?.[name], effectiveContent] as const,
    );
    return (
      (tag !== undefined && tag.applied !== layer.effectiveTag) ||
      [[values, layer.effectiveValues] as const, ...contents].some(
        ([known, live]) => known !== undefined && !sameYaml(known.applied, live ?? ""),
      )
    );
  });
}

/** False where a layer or manifest is named that the profile does not have. */
function namesLayers(draft: SystemDraft, live: LiveSystemProfile): boolean {
  let all = true;
  const wrong = (path: (string | number)[], code: string, summary: string, detail: string) => {
    draft.error(path, { code, summary, detail });
    all = false;
  };
  for (const [index, layer] of elements(draft.planned.packs)) {
    if (typeof layer.name !== "string") continue;
    const found = layerNamed(live.layers, layer.name);
    if (found === undefined) {
      const names = live.layers.map(({ name }) => name);
      const detail = `The system profile "${live.name}" has no layer "${layer.name}".${suggest(layer.name, names)} Layers come and go with upgrades of Palette; a program can only change those there are.`;
      wrong(["packs", index, "name"], "UnknownLayer", `There is no layer "${layer.name}"`, detail);
      continue;
    }
    for (const [n, manifest] of elements(layer.manifests)) {
      if (typeof manifest.name !== "string" || found.manifests.some(({ name }) => name === manifest.name)) continue;
      const names = found.manifests.map(({ name }) => name);
      const detail = `Layer "${layer.name}" of the system profile has no manifest "${manifest.name}".${suggest(manifest.name, names)} A program can only change those there are.`;
      wrong(
        ["packs", index, "manifests", n, "name"],
        "UnknownManifest",
        `There is no manifest "${manifest.name}"`,
        detail,
      );
    }
  }
  return all;
}

/** The layers of which all is known; of the others the apply decides, once it is. */
function knownLayers({ planned }: SystemDraft): WrittenLayer[] {
  return elements(planned.packs).flatMap(([, layer]) => {
    const written = asWritten(layer);
    return hasUnknown(written) ? [] : [written as unknown as WrittenLayer];
  });
}

/** What is remembered, but for layers of which something is not known yet: these are left as they are until then. */
function decidedMemory({ planned, prior }: SystemDraft): Memory {
  const memory = memoryOf(prior?.lastApplied);
  const undecided = elements(planned.packs).filter(([, layer]) => hasUnknown(asWritten(layer)));
  if (undecided.length === 0) return memory;
  const isNamed = undecided.every(([, { name }]) => typeof name === "string");
  return Object.fromEntries(
    Object.entries(memory).filter(([name]) =>
      isNamed
        ? !undecided.some(([, layer]) => layer.name === name)
        : elements(planned.packs).some(([, layer]) => layer.name === name),
    ),
  );
}

/** A layer without what Palette gives. */
function asWritten({ effectiveTag: _, effectiveValues: __, manifests, ...layer }: Layer): Record<string, unknown> {
  return { ...layer, manifests: elements(manifests).map(([, { effectiveContent: ___, ...manifest }]) => manifest) };
}

function planLayers(draft: SystemDraft, live: LiveSystemProfile, merged: MergedProfile): void {
  for (const [index, layer] of elements(draft.planned.packs)) {
    const at = typeof layer.name === "string" ? layerNamed(live.layers, layer.name) : undefined;
    const will = at === undefined ? undefined : merged.layers[live.layers.indexOf(at)];
    const isKnown = !hasUnknown(asWritten(layer));
    const before = draft.prior?.packs?.[draft.priorIndex("packs", index)];
    const same = (value: string, was: string | undefined) => (was !== undefined && sameYaml(value, was) ? was : value);
    layer.effectiveTag = isKnown ? will?.tag : UNKNOWN;
    layer.effectiveValues = isKnown && will !== undefined ? same(will.values, before?.effectiveValues) : UNKNOWN;
    for (const [, manifest] of elements(layer.manifests)) {
      const content = will?.manifests.find(({ name }) => name === manifest.name)?.content;
      const was = before?.manifests?.find(({ name }) => name === manifest.name)?.effectiveContent;
      manifest.effectiveContent = isKnown && content !== undefined ? same(content, was) : UNKNOWN;
    }
  }
}

function unknownLayers({ planned }: SystemDraft): void {
  planned.lastApplied = UNKNOWN;
  planned.previousLayers = UNKNOWN;
}

type Layer = { [K in keyof SystemLayerState]: unknown } & Record<string, unknown>;

function elements(list: unknown): [number, Layer][] {
  return Array.isArray(list)
    ? list.flatMap((each, index): [number, Layer][] => (isObject(each) ? [[index, each as Layer]] : []))
    : [];
}
