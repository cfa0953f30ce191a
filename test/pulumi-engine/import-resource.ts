import type { Journal } from "./journal";
import { NO_OPTIONS } from "./monitor-service";
import type { Providers } from "./providers";
import { blank, type State } from "./state";
import type { Import } from "./types";
import { createUrn, packageOf, providerRef, providerType, STACK_TYPE } from "./urn";

/** Takes what exists into the state, as `pulumi import` does; that it does not pass the check is told as a warning. */
export async function importResource(
  it: { state: State; journal: Journal; providers: Providers; stack: string; project: string },
  what: Import,
): Promise<void> {
  const { state, journal, providers } = it;
  const { type, name } = what;
  const own = (registration: { type: string; name: string; parent: string }) => createUrn({ ...it, ...registration });
  const stack = own({ type: STACK_TYPE, name: `${it.project}-${it.stack}`, parent: "" });
  const urn = own({ type, name, parent: stack });
  if (state.find(urn) !== undefined) throw new Error(`${name}: the state has such a resource already.`);
  const provider = await defaultProvider();
  const client = await providers.resolve(provider);
  const live = await client.read(urn, what.id, {});
  if (live.id === "") throw new Error(`${name}: there is no ${what.id}.`);
  if (live.inputs === undefined) throw new Error(`${name}: the provider of ${type} does not import.`);
  const { failures } = await client.check(urn, live.inputs, live.inputs);
  for (const { property, reason } of failures) {
    journal.say({ severity: "warning", message: `what was imported does not pass: ${property} ${reason}`, urn });
  }
  const root = { ...NO_OPTIONS, type: STACK_TYPE, name: `${it.project}-${it.stack}`, custom: false, inputs: {} };
  if (state.find(stack) === undefined) state.put(blank(stack, root));
  const registration = { ...NO_OPTIONS, type, name, parent: stack, custom: true, inputs: live.inputs };
  const { id, outputs } = live;
  state.put({ ...blank(urn, registration), id, outputs, provider, protect: what.protect ?? true });
  journal.step({ urn, type, name, op: "import", diff: [], replaces: [] });

  async function defaultProvider(): Promise<string> {
    const provider = { type: providerType(packageOf(type)), name: "default", parent: "" };
    const found = state.resources.find((each) => each.urn === own(provider));
    if (found !== undefined) return providerRef(found.urn, found.id);
    const settings = providers.configured(packageOf(type));
    const { inputs, failures } = await providers.check(own(provider), {}, settings);
    if (failures.length > 0) throw new Error(failures.map(({ reason }) => reason).join("\n"));
    const made = await providers.create(own(provider), inputs, false);
    state.put({ ...blank(own(provider), { ...NO_OPTIONS, ...provider, custom: true, inputs }), ...made });
    return providerRef(own(provider), made.id);
  }
}
