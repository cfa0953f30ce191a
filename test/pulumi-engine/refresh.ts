import type { DynamicHost } from "./dynamic-host";
import type { Journal } from "./journal";
import { markNamed, markSecrets, sameProperties } from "./properties";
import { propertyDiff } from "./property-diff";
import type { ResourceState, State } from "./state";
import type { Operation, PropertyChange } from "./types";
import { nameOf } from "./urn";

interface Refresh {
  host: DynamicHost;
  state: State;
  journal: Journal;
}

/** Takes over what is live: properties that drifted, and that resources are gone. */
export async function refreshAll(it: Refresh): Promise<void> {
  for (const resource of [...it.state.resources]) {
    if (resource.custom && !resource.pendingDelete) await refreshResource(it, resource);
  }
}

async function refreshResource(it: Refresh, resource: ResourceState): Promise<void> {
  const { host, state, journal } = it;
  const { urn, type } = resource;
  const step = (op: Operation, diff: PropertyChange[]) =>
    journal.step({ urn, type, name: nameOf(urn), op, diff, replaces: [] });
  try {
    const live = await host.read(urn, resource.id, { outputs: resource.outputs, inputs: resource.inputs });
    if (live.id === "") {
      state.remove(resource);
      step("gone", []);
      return;
    }
    const outputs = markNamed(markSecrets(live.outputs, resource.outputs), resource.secretOutputs);
    const inputs = markSecrets(live.inputs ?? resource.inputs, resource.inputs);
    const same = sameProperties(outputs, resource.outputs) && sameProperties(inputs, resource.inputs);
    state.put({ ...resource, id: live.id, outputs, inputs, initErrors: [] });
    if (!same) step("refresh", propertyDiff(resource.inputs, inputs));
  } catch (error) {
    journal.fail(error instanceof Error ? error.message : String(error), urn);
  }
}
