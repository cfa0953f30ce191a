import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { parsePath } from "./property-path";
import type { DetailedChange, ResourceDiff } from "./provider";

/**
 * A provider's answer to Diff, in plain terms.
 * @throws where it breaks an invariant that the protocol states, or the engine's own reading of it.
 */
export function diffOf(urn: string, response: proto.DiffResponse): ResourceDiff {
  const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
  const changes = response.getChanges();
  const detailed = response.getHasdetaileddiff() ? detailedOf(response) : undefined;
  const diff: ResourceDiff = {
    changes: changes === DIFF_NONE ? "none" : changes === DIFF_SOME ? "some" : "unknown",
    changed: response.getDiffsList(),
    replaces: response.getReplacesList(),
    deleteBeforeReplace: response.getDeletebeforereplace(),
    ...(detailed === undefined ? {} : { detailed }),
  };
  const broken = brokenInvariants(diff, response);
  if (broken.length > 0) throw new Error(`${urn}: the provider's diff breaks the protocol: ${broken.join("; ")}.`);
  return diff;
}

/** `DiffResponse` in Pulumi's provider.proto; what it leaves open but no engine could act on is here too. */
function brokenInvariants({ changes, changed, replaces, detailed }: ResourceDiff, response: proto.DiffResponse) {
  const broken: string[] = [];
  const twice = changed.filter((name, index) => changed.indexOf(name) !== index);
  if (twice.length > 0) broken.push(`diffs has ${twice.join(", ")} more than once`);
  if (detailed === undefined && response.getDetaileddiffMap().getLength() > 0) {
    broken.push("there is a detailedDiff, and hasDetailedDiff does not say so");
  }
  if (changes === "none" && (changed.length > 0 || replaces.length > 0 || Object.keys(detailed ?? {}).length > 0)) {
    broken.push("changes is DIFF_NONE, and yet there are some");
  }
  if (detailed === undefined) return broken;
  const tops = new Map(Object.keys(detailed).map((path) => [path, String(parsePath(path)[0])]));
  const names = new Set(tops.values());
  for (const name of changed) if (!names.has(name)) broken.push(`${name} is in diffs, and no path of detailedDiff is`);
  for (const [path, name] of tops) if (!changed.includes(name)) broken.push(`${path} is not in diffs`);
  const replacing = new Set(
    Object.entries(detailed).flatMap(([path, { replace }]) => (replace ? (tops.get(path) ?? []) : [])),
  );
  for (const name of replaces) if (!replacing.has(name)) broken.push(`${name} replaces, and no path of it does`);
  for (const name of replacing)
    if (!replaces.includes(name)) broken.push(`a path of ${name} replaces, but not ${name}`);
  return broken;
}

function detailedOf(response: proto.DiffResponse): Record<string, DetailedChange> {
  const { ADD, ADD_REPLACE, DELETE, DELETE_REPLACE, UPDATE_REPLACE } = proto.PropertyDiff.Kind;
  return Object.fromEntries(
    response
      .getDetaileddiffMap()
      .toArray()
      .map(([path]) => {
        const change = response.getDetaileddiffMap().get(path) as proto.PropertyDiff;
        const kind = change.getKind();
        const detail: DetailedChange = {
          kind:
            kind === ADD || kind === ADD_REPLACE
              ? "add"
              : kind === DELETE || kind === DELETE_REPLACE
                ? "delete"
                : "update",
          replace: kind === ADD_REPLACE || kind === DELETE_REPLACE || kind === UPDATE_REPLACE,
          inputDiff: change.getInputdiff(),
        };
        return [path, detail];
      }),
  );
}
