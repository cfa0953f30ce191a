import type { Journal } from "./journal";
import { markNamed, sameProperties } from "./properties";
import { propertyDiff, shownDiff } from "./property-diff";
import type { Provider } from "./provider";
import type { Providers } from "./providers";
import type { ResourceState, State } from "./state";
import type { Operation, PropertyChange } from "./types";
import { isProvider, nameOf } from "./urn";

interface Refresh {
  providers: Providers;
  state: State;
  journal: Journal;
}

/** Takes over what is live: properties that drifted, and that resources are gone. */
export async function refreshAll(it: Refresh): Promise<void> {
  for (const resource of [...it.state.resources]) {
    if (resource.custom && !isProvider(resource.type) && !resource.pendingDelete) await refreshResource(it, resource);
  }
}

async function refreshResource(it: Refresh, resource: ResourceState): Promise<void> {
  const { state, journal } = it;
  const { urn, type } = resource;
  const step = (op: Operation, diff: PropertyChange[]) =>
    journal.step({ urn, type, name: nameOf(urn), op, diff, replaces: [] });
  try {
    const provider = await it.providers.of(resource);
    const live = await provider.read(urn, resource.id, resource);
    if (live.id === "") {
      state.remove(resource);
      step("gone", []);
      return;
    }
    const outputs = markNamed(live.outputs, resource.secretOutputs);
    const inputs = live.inputs ?? resource.inputs;
    const refreshed = { ...resource, id: live.id, outputs, inputs, initErrors: [] };
    state.renew(resource, refreshed);
    const diff = resource.external
      ? propertyDiff(resource.outputs, outputs)
      : await drift(provider, resource, refreshed);
    if (diff.length > 0) step("refresh", diff);
  } catch (error) {
    journal.fail(error instanceof Error ? error.message : String(error), urn);
  }
}

/**
 * What people see of a drift: the provider is asked what an `up` of the same program would do next, and that is shown
 * the other way round.
 */
async function drift(provider: Provider, old: ResourceState, live: ResourceState): Promise<PropertyChange[]> {
  const back = {
    oldInputs: live.inputs,
    oldOutputs: live.outputs,
    news: old.inputs,
    ignoreChanges: old.ignoreChanges,
  };
  const diff = await provider.diff(old.urn, old.id, back);
  const differs = diff.changes === "some" || (diff.changes === "unknown" && !sameProperties(live.inputs, old.inputs));
  return differs ? shownDiff(diff, back).map(turned) : [];
}

const INVERSE = { add: "delete", delete: "add", update: "update" } as const;

function turned({ path, kind, before, after }: PropertyChange): PropertyChange {
  return {
    path,
    kind: INVERSE[kind],
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
  };
}
