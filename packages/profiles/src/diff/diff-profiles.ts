import type { LayerModel, ProfileModel, VariableModel } from "../model/profile";
import { type DeepFields, type DeepMaybeUnknown, knownText } from "../model/unknown";
import { sameVersion } from "../version";
import { fieldChange, hideMarked, type ProfileChange } from "./changes";
import { type DiffSink, diffLayers } from "./diff-layers";
import { diffVariables } from "./diff-variables";

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
  const header = [
    ...versionChange(left, right),
    ...FIELDS.flatMap((field) => fieldChange({}, field, left[field], right[field])),
    ...tagChanges(left.tags, right.tags),
  ];
  sink.changes.push(...hideMarked(header, left, right));
  eachList<DeepFields<LayerModel>>("packs", left.packs, right.packs, sink, (a, b) => diffLayers(a, b, sink));
  eachList<DeepFields<VariableModel>>("variables", left.variables, right.variables, sink, (a, b) => {
    sink.changes.push(...diffVariables(a, b));
  });
  return sink;
}

function versionChange(before: Profile, after: Profile): ProfileChange[] {
  const versions = [knownText(before.version), knownText(after.version)] as const;
  if (versions[0] !== undefined && versions[1] !== undefined && sameVersion(versions[0], versions[1])) return [];
  return fieldChange({}, "version", before.version, after.version);
}

/** Tags are a set. */
function tagChanges(before: unknown, after: unknown): ProfileChange[] {
  if (typeof before === "symbol" || typeof after === "symbol") return fieldChange({}, "tags", before, after);
  const sets = [before, after].map((tags) => new Set(Array.isArray(tags) ? (tags as unknown[]) : []));
  const gone = [...sets[0]!].filter((tag) => !sets[1]!.has(tag));
  const come = [...sets[1]!].filter((tag) => !sets[0]!.has(tag));
  return [
    ...gone.map((tag): ProfileChange => ({ path: "tags", kind: "remove", before: tag })),
    ...come.map((tag): ProfileChange => ({ path: "tags", kind: "add", after: tag })),
  ];
}

/** Diffs two lists where both are known; a list that is not known yet is one change. */
function eachList<T>(
  path: string,
  before: unknown,
  after: unknown,
  sink: DiffSink,
  diff: (a: T[], b: T[]) => void,
): void {
  if (typeof before === "symbol" || typeof after === "symbol") {
    if (before !== after) sink.changes.push({ path, kind: "change", after });
    return;
  }
  diff(Array.isArray(before) ? (before as T[]) : [], Array.isArray(after) ? (after as T[]) : []);
}
