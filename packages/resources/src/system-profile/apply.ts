import { sameYaml } from "@palette-profiles/profiles";
import {
  DiagnosticError,
  PartialStateError,
  type PlanValues,
  type Run,
  withoutUnknown,
} from "@palette-profiles/resource-kit";
import { type Palette, systemScope } from "../palette";
import type { SystemProfileState } from "./attributes";
import { backupText, saveBackup } from "./backup";
import { findSystemProfile } from "./find";
import { type LiveSystemProfile, layerNamed, readSystemProfile } from "./live";
import { memoryOf, memoryText } from "./memory";
import { type MergedProfile, mergeProfile } from "./merge-profile";
import { withPackOf } from "./pack-tags";
import { headOf } from "./plan";
import { tellConflictText, tellPlaces } from "./told";
import { writeLayers } from "./write";

/** Makes the profile what the plan says, or leaves it as it is: it is merged anew, and must come out as planned. */
export async function applySystemProfile(
  prior: SystemProfileState | undefined,
  planned: PlanValues<SystemProfileState>,
  run: Run<Palette>,
): Promise<SystemProfileState> {
  const at = systemScope(run);
  const wanted = withoutUnknown(planned) as SystemProfileState;
  const uid = prior?.id ?? (await findSystemProfile(run.context, at, wanted.name));
  const live = await readSystemProfile(run.context, at, uid);
  if (live === undefined) throw changed(`the system profile "${wanted.name}" is gone`);
  const merged = mergeProfile(live, memoryOf(prior?.lastApplied), wanted.packs ?? []);
  const [conflict] = merged.conflicts;
  if (conflict !== undefined) throw new DiagnosticError(tellConflictText(conflict));
  const state = stateOf(wanted, live, merged);
  refuseSurprises(planned, state);
  if (merged.changes.length === 0) return { ...state, previousLayers: prior?.previousLayers };
  if (wanted.allowUpdate !== true) {
    throw changed(`the system profile would change at ${tellPlaces(merged.changes)}, which the plan did not say`);
  }
  const { lookups } = run.context;
  const layers = merged.layers.map((layer, n) =>
    layer.tag === live.layers[n]?.tag ? layer : withPackOf(lookups, at, layer),
  );
  const sent = await Promise.all(layers);
  const previousLayers = backupText(live);
  if (wanted.backupFile !== undefined) await saveBackup(wanted.backupFile, previousLayers);
  try {
    await writeLayers(run.context, at, live, sent);
  } catch (error) {
    // Some calls may have been heard. The words before are kept, so that the next plan tells what is still to be done.
    if (prior === undefined) throw error;
    throw new PartialStateError({ ...prior, previousLayers }, error);
  }
  return { ...state, previousLayers };
}

/** The state after the merge: the user's words, and what Palette holds then. */
export function stateOf(
  wanted: SystemProfileState,
  live: LiveSystemProfile,
  merged: MergedProfile,
): SystemProfileState {
  const will = { ...live, layers: merged.layers };
  return { ...asBefore(wanted, will), lastApplied: memoryText(merged.memory) };
}

/** The user's words with what Palette holds. */
export function asBefore(wanted: SystemProfileState, live: LiveSystemProfile): SystemProfileState {
  const packs = wanted.packs?.map((layer) => {
    const has = layerNamed(live.layers, layer.name);
    return {
      ...layer,
      effectiveTag: has?.tag,
      effectiveValues: has?.values,
      manifests: layer.manifests?.map((manifest) => ({
        ...manifest,
        effectiveContent: has?.manifests.find(({ name }) => name === manifest.name)?.content,
      })),
    };
  });
  return { ...wanted, ...headOf(live), packs };
}

/** What comes out is what the plan showed, wherever it knew. */
function refuseSurprises(planned: PlanValues<SystemProfileState>, state: SystemProfileState): void {
  const shown = Array.isArray(planned.packs) ? (planned.packs as unknown[]) : [];
  for (const [index, layer] of (state.packs ?? []).entries()) {
    const before = (shown[index] ?? {}) as Record<string, unknown>;
    const manifests = Array.isArray(before.manifests) ? (before.manifests as Record<string, unknown>[]) : [];
    const differs =
      differ(before.effectiveTag, layer.effectiveTag) ||
      differ(before.effectiveValues, layer.effectiveValues) ||
      (layer.manifests ?? []).some((each, n) => differ(manifests[n]?.effectiveContent, each.effectiveContent));
    if (differs) throw changed(`Palette has something else in layer "${layer.name}" now than when the plan was made`);
  }
}

function differ(shown: unknown, now: string | undefined): boolean {
  return typeof shown === "string" && !sameYaml(shown, now ?? "");
}

function changed(what: string): DiagnosticError {
  return new DiagnosticError({
    code: "ChangedSincePlan",
    summary: "The system profile changed since the plan",
    detail: `Nothing was changed, since ${what}. Plan again.`,
  });
}
