import { received, sent } from "../testing/client";
import { type ServedToy, serveToy } from "../testing/serve-toy";
import { thingConfig } from "../testing/thing-config";

const typeName = "toy_thing";
let toy: ServedToy;
beforeEach(async () => {
  toy = await serveToy();
});
afterEach(() => toy.close());

const values = { name: "a", secret: "s3cret", settings: { max_level: 2, pin: "4711" } };

async function applied(config: object, prior: object | null = null) {
  const shared = { typeName, config: sent(thingConfig(config)), priorState: sent(prior as never) };
  const planned = await toy.client.call("PlanResourceChange", { ...shared, proposedNewState: shared.config });
  expect(planned.diagnostics).toEqual([]);
  const result = await toy.client.call("ApplyResourceChange", { ...shared, plannedState: planned.plannedState! });
  return { planned: received(planned.plannedState), state: received(result.newState)!, ...result };
}

test("the schema says so", async () => {
  const { resourceSchemas } = await toy.client.call("GetProviderSchema", {});
  const block = resourceSchemas.get(typeName)!.block!;
  const marked = block.attributes!.filter(({ writeOnly }) => writeOnly === true);
  expect(marked.map(({ name }) => name)).toEqual(["secret"]);
});

test("the value reaches the backend, and neither plan nor state holds it", async () => {
  const { planned, state, diagnostics } = await applied(values);
  expect(diagnostics).toEqual([]);
  expect(planned).toMatchObject({ secret: null, settings: { max_level: 2, pin: null } });
  expect(state).toMatchObject({ id: "id-1", secret: null, settings: { max_level: 2, pin: null } });
  expect(toy.toy.secrets.get("id-1")).toBe("s3cret");
});

test("another value alone is no change; with its version raised it is written", async () => {
  const { state } = await applied(values);
  const again = await applied({ ...values, secret: "other" }, state);
  expect(again.planned).toEqual(state);
  const raised = await applied({ ...values, secret: "other", secret_version: 2 }, state);
  expect(raised.diagnostics).toEqual([]);
  expect([raised.state.secret, toy.toy.secrets.get("id-1")]).toEqual([null, "other"]);
});

test("a read and a half-made create do not give it back", async () => {
  const { state } = await applied(values);
  toy.toy.things.set("id-1", { ...toy.toy.things.get("id-1"), secret: "leaked", settings: { pin: "leaked" } });
  const { newState } = await toy.client.call("ReadResource", { typeName, currentState: sent(state) });
  expect(received(newState)).toMatchObject({ secret: null, settings: { pin: null } });
});

test("a Terraform that would store it is told at each attribute, and one that would not is not", async () => {
  const ask = (writeOnlyAttributesAllowed: boolean) =>
    toy.client.call("ValidateResourceConfig", {
      typeName,
      config: sent(thingConfig(values)),
      clientCapabilities: { writeOnlyAttributesAllowed },
    });
  expect((await ask(true)).diagnostics).toEqual([]);
  expect((await ask(false)).diagnostics).toMatchObject([
    { severity: 1, attribute: { steps: [{ attributeName: "secret" }] } },
    {
      detail: expect.stringMatching(/^settings\.pin is never stored.*Use Terraform 1\.11 or newer/),
      attribute: { steps: [{ attributeName: "settings" }, { attributeName: "pin" }] },
    },
  ]);
});
