import type { DynamicHost } from "./dynamic-host";
import type { Journal } from "./journal";
import { markNamed, markSecrets, sameProperties } from "./properties";
import { propertyDiff } from "./property-diff";
import type { ResourceState, State } from "./state";
import type { Operation, PropertyChange } from "./types";
import { nameOf } from "./urn";

/** Takes over what is live: properties that drifted, or that the resource is gone. */
export async function refreshResource(
  it: { host: DynamicHost; state: State; journal: Journal },
  resource: ResourceState,
): Promise<void> {
  const { host, state, journal } = it;
  const { urn, type } = resource;
  const step = (op: Operation, diff: PropertyChange[]) =>
    journal.step({ urn, type, name: nameOf(urn), op, diff, replaces: [] });
  try {
    const live = await host.read(urn, resource.id, { outputs: resource.outputs, inputs: resource.inputs });
    if (live.id === "") {
      state.remove(resource);
      step("delete", []);
      return;
    }
    const outputs = markNamed(markSecrets(live.outputs, resource.outputs), resource.secretOutputs);
    const inputs = markSecrets(live.inputs ?? resource.inputs, resource.inputs);
    const same = sameProperties(outputs, resource.outputs) && sameProperties(inputs, resource.inputs);
    state.put({ ...resource, id: live.id, outputs, inputs, initErrors: [] });
    step(same ? "same" : "update", same ? [] : propertyDiff(resource.outputs, outputs));
  } catch (error) {
    journal.fail(error instanceof Error ? error.message : String(error), urn);
  }
}
