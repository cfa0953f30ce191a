import type { AppProfileModel, TierModel } from "../model/app-profile";
import type { DeepFields, DeepMaybeUnknown } from "../model/unknown";
import { diffHeaders } from "./diff-headers";
import { type DiffSink, diffLayers } from "./diff-layers";
import type { ProfileDiff } from "./diff-profiles";
import { eachList } from "./each-list";
import { TIERS } from "./tier-shape";

type AppProfile = DeepFields<AppProfileModel>;

const FIELDS = ["name", "cloud", "context", "project", "description"] as const;

/**
 * The changes that lead from one app profile to another, as `diffProfiles` tells those of cluster profiles: a change names
 * its tier in `layer`. The order of tiers is the order of deployment, so that a move is a change.
 */
export function diffAppProfiles(
  before: DeepMaybeUnknown<AppProfileModel> | undefined,
  after: DeepMaybeUnknown<AppProfileModel> | undefined,
): ProfileDiff {
  const left: AppProfile = typeof before === "object" ? (before as AppProfile) : {};
  const right: AppProfile = typeof after === "object" ? (after as AppProfile) : {};
  const sink: DiffSink = { changes: diffHeaders(FIELDS, left, right), formattingOnly: [] };
  eachList<DeepFields<TierModel>>("tiers", left.tiers, right.tiers, sink, (a, b) => diffLayers(a, b, sink, TIERS));
  return sink;
}
