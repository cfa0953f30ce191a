import { DiffResponse, PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";
import type { DiffKind, PropertyDifference } from "./detailed-diff";

const { Kind } = PropertyDiff;
const KINDS: Record<DiffKind, [plain: PropertyDiff.Kind, replacing: PropertyDiff.Kind]> = {
  add: [Kind.ADD, Kind.ADD_REPLACE],
  delete: [Kind.DELETE, Kind.DELETE_REPLACE],
  update: [Kind.UPDATE, Kind.UPDATE_REPLACE],
};

/**
 * Differences as a message: `diffs` and `replaces` name the top-level properties of the paths, no more and no fewer.
 * Source: the comments of `DiffResponse` in `proto/pulumi/provider.proto`.
 */
export function diffResponse(
  differences: ReadonlyMap<string, PropertyDifference>,
  { deleteBeforeReplace = false, stables = [] as string[] } = {},
): DiffResponse {
  const response = new DiffResponse();
  const all = [...differences];
  const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;
  response.setChanges(all.length === 0 ? DIFF_NONE : DIFF_SOME);
  response.setHasdetaileddiff(true);
  for (const [path, { kind, replaces, inputDiff }] of all) {
    const property = new PropertyDiff();
    property.setKind(KINDS[kind][replaces ? 1 : 0]);
    property.setInputdiff(inputDiff);
    response.getDetaileddiffMap().set(path, property);
  }
  const diffs = topLevel(all.map(([path]) => path));
  response.setDiffsList(diffs);
  response.setReplacesList(topLevel(all.filter(([, { replaces }]) => replaces).map(([path]) => path)));
  response.setDeletebeforereplace(deleteBeforeReplace);
  response.setStablesList(stables.filter((name) => !diffs.includes(name)));
  return response;
}

function topLevel(paths: readonly string[]): string[] {
  return [...new Set(paths.map((path) => path.replace(/[.[].*$/, "")))];
}
