import { type At, clusterProfiles, type V1Variables } from "@palette-profiles/palette-api";
import { type Change, diffValues, isEmpty, withoutWriteOnly } from "@palette-profiles/resource-kit";
import type { Palette } from "../palette";
import { clusterProfileAttributes as attributes, type ClusterProfileState, type VariableState } from "./attributes";
import { metadataEntity, updateEntity, variableEntity, variablesOf } from "./entity";

/**
 * Makes the profile under `uid` what it should be, with as few calls as that needs, in the order that Palette accepts:
 * variables are there before the layers that use them, and go after the last use of them is gone.
 */
export async function change(
  palette: Palette,
  at: At,
  uid: string,
  before: ClusterProfileState,
  after: ClusterProfileState,
  /** Fills in what the user left to the pack. Asked for only where layers are sent. */
  complete: (it: ClusterProfileState) => Promise<ClusterProfileState>,
): Promise<void> {
  const api = clusterProfiles(palette.client, at);
  // A write-only default goes along with what is sent, and is no change by itself.
  const changes = diffValues(attributes, before, withoutWriteOnly(attributes, after)).filter((it) => !isBlank(it));
  const differs = (...names: (keyof typeof attributes)[]) =>
    changes.some(({ path }) => names.some((name) => name === path[0]));
  const layersChange = differs("packs") && !(await sameTexts(changes, before, after, complete));
  const wanted = variablesOf(after);
  const removed = variablesOf(before).filter((old) => !wanted.some((each) => each.name === old.name));
  const variablesChange = differs("profileVariables");

  if (variablesChange && layersChange) await api.setVariables(uid, list([...wanted, ...removed.map(lastUse)]));
  const draftChanges = layersChange || differs("name", "version");
  if (draftChanges) await api.replace(uid, updateEntity(uid, await complete(after)));
  if (differs("name", "version", "description", "tags")) await api.setMetadata(uid, metadataEntity(after));
  if (draftChanges) await api.publish(uid);
  if (variablesChange && (!layersChange || removed.length > 0)) await api.setVariables(uid, list(wanted));
}

/** A text of a variable that is absent here and empty there, as Palette gives it of a version that comes back. */
function isBlank({ path, sensitive, before, after }: Change): boolean {
  return path[0] === "profileVariables" && !sensitive && isEmpty(before) && isEmpty(after);
}

/** Whether Palette would be sent the texts that it has: from values to overrides that come to the same, or back. */
async function sameTexts(
  changes: readonly Change[],
  before: ClusterProfileState,
  after: ClusterProfileState,
  complete: (it: ClusterProfileState) => Promise<ClusterProfileState>,
): Promise<boolean> {
  const texts = (path: readonly string[]) => path.length === 3 && (path[2] === "values" || path[2] === "overrides");
  if (!changes.every(({ path }) => path[0] !== "packs" || texts(path))) return false;
  const [left, right] = await Promise.all([complete(before), complete(after)]);
  return diffValues({ packs: attributes.packs }, left, right).length === 0;
}

/**
 * A variable on its way out. A default that Palette masks is not known for a version that comes back, and a variable
 * that is hidden, required or fixed could not be without.
 */
function lastUse(it: VariableState): VariableState {
  if (it.isSensitive !== true || it.defaultValue !== undefined) return it;
  return { ...it, required: false, hidden: false, immutable: false };
}

function list(variables: readonly VariableState[]): V1Variables {
  return { variables: variables.map(variableEntity) };
}
