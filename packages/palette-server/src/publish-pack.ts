import type { Backend } from "./backend";
import { readBody, readString, readStringMap } from "./body";
import { invalid } from "./errors";
import { findRegistry } from "./store/registries";

/**
 * Adds a version of a pack while the server runs, as the synchronisation of a registry does: `{name, like, version,
 * values, annotations}` is a copy of the version `like` with these changes; without `version` it takes its place.
 */
export function publishPack({ db, packs }: Backend, body: unknown): void {
  const told = readBody(body);
  const name = readString(told.name, "name") ?? "";
  const like = readString(told.like, "like") ?? "";
  const model = packs.versionsOf(name).find((pack) => pack.version === like);
  const registry = model === undefined ? undefined : findRegistry(db, model.registryUid);
  if (model === undefined || registry === undefined)
    throw invalid("PackNotFound", `There is no pack "${name}" ${like} to copy`);
  packs.add(registry, [
    {
      ...model.source,
      version: readString(told.version, "version") ?? like,
      values: readString(told.values, "values") ?? model.values,
      annotations: { ...model.annotations, ...readStringMap(told.annotations, "annotations") },
    },
  ]);
}
