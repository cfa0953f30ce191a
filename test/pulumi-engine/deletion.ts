import type { Journal } from "./journal";
import type { Providers } from "./providers";
import type { ResourceState, State } from "./state";
import { isProvider, nameOf } from "./urn";

interface Deletion {
  state: State;
  journal: Journal;
  providers: Providers;
  dryRun: boolean;
}

/** Deletes resources, those that depend on others first; a failure ends it. */
export async function deleteAll(it: Deletion, resources: readonly ResourceState[]): Promise<void> {
  const urns = new Set(resources.map(({ urn }) => urn));
  for (const resource of [...resources].reverse()) {
    if (it.journal.failed) return;
    await deleteResource(it, resource, urns);
  }
}

/** Unless it is protected; what was only read, is to be kept, or goes with another one is forgotten. */
async function deleteResource(it: Deletion, resource: ResourceState, all: ReadonlySet<string>): Promise<void> {
  const { state, journal, providers, dryRun } = it;
  const { urn, type, id, inputs, outputs } = resource;
  if (resource.protect) return journal.fail("is protected: unprotect it before it can be deleted", urn);
  const kept = resource.external || resource.retainOnDelete || all.has(resource.deletedWith);
  const owned = resource.custom && !isProvider(type) && !kept;
  try {
    if (!dryRun && owned) {
      await (await providers.of(resource)).delete(urn, id, { inputs, outputs });
    }
    if (!dryRun) state.remove(resource);
    // What was replaced has been told as that.
    if (!resource.pendingDelete) journal.step({ urn, type, name: nameOf(urn), op: "delete", diff: [], replaces: [] });
  } catch (error) {
    journal.fail(error instanceof Error ? error.message : String(error), urn);
  }
}
