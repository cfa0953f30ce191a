import type { LayerModel, ProfileModel, VariableModel } from "../model/profile";
import type { DeepFields, DeepMaybeUnknown } from "../model/unknown";
import type { ProfileChange } from "./changes";
import { diffHeaders } from "./diff-headers";
import { type DiffSink, diffLayers } from "./diff-layers";
import { diffVariables } from "./diff-variables";
import { eachList } from "./each-list";
import { LAYERS } from "./layer-shape";

export interface ProfileDiff {
  changes: ProfileChange[];
  /** Layers (`argo-cd`) and manifests (`argo-cd > manifest web`) whose text changed in formatting only. */
  formattingOnly: string[];
}

type Profile = DeepFields<ProfileModel>;

const FIELDS = ["name", "type", "cloud", "context", "project", "description"] as const;

/**
 * The changes that lead from one profile to another, by identity and not by position. A profile that is missing on one
 * side is as one without anything. Values may be the unknown symbol: it is told as the value after, except for uids,
 * which are computed.
 */
export function diffProfiles(
  before: DeepMaybeUnknown<ProfileModel> | undefined,
  after: DeepMaybeUnknown<ProfileModel> | undefined,
): ProfileDiff {
  const left: Profile = typeof before === "object" ? (before as Profile) : {};
  const right: Profile = typeof after === "object" ? (after as Profile) : {};
  const sink: DiffSink = { changes: [], formattingOnly: [] };
  sink.changes.push(...diffHeaders(FIELDS, left, right));
  eachList<DeepFields<LayerModel>>("packs", left.packs, right.packs, sink, (a, b) => diffLayers(a, b, sink, LAYERS));
  eachList<DeepFields<VariableModel>>("variables", left.variables, right.variables, sink, (a, b) => {
    sink.changes.push(...diffVariables(a, b));
  });
  return sink;
}
