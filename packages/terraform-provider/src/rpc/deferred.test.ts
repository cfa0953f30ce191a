import { UNKNOWN } from "@palette-profiles/resource-kit";
import { sent } from "../testing/client";
import { type ServedToy, serveToy } from "../testing/serve-toy";
import { thingConfig } from "../testing/thing-config";
import { decodeMsgpack } from "../wire/msgpack";

const typeName = "toy_thing";
const clientCapabilities = { deferralAllowed: true };
const deferred = { reason: 2 };
let toy: ServedToy;
beforeEach(async () => {
  toy = await serveToy({ configured: false });
  await toy.client.call("ConfigureProvider", { config: sent({ place: UNKNOWN }) });
});
afterEach(() => toy.close());

const state = sent(thingConfig({ id: "id-1", name: "a" }));
const identity = { identityData: sent({ id: "id-1", place: null }) };

describe("while the provider's configuration is not known, and Terraform can wait", () => {
  test("a plan is what can be said without the backend", async () => {
    const config = sent(thingConfig({ name: "a" }));
    const request = { typeName, priorState: sent(null), proposedNewState: config, config, clientCapabilities };
    const answer = await toy.client.call("PlanResourceChange", request);
    expect(answer).toMatchObject({ deferred, diagnostics: [] });
    expect(decodeMsgpack(answer.plannedState!.msgpack)).toEqual(
      thingConfig({ name: "a", id: UNKNOWN, mode: "normal" }),
    );
  });

  test("a read gives back what is known", async () => {
    const request = { typeName, currentState: state, clientCapabilities, currentIdentity: identity };
    const answer = await toy.client.call("ReadResource", { ...request, private: Buffer.from("mine") });
    expect(answer).toMatchObject({ deferred, diagnostics: [], newIdentity: { identityData: identity.identityData } });
    expect([Buffer.from(answer.newState!.msgpack), Buffer.from(answer.private).toString()]).toEqual([
      Buffer.from(state.msgpack),
      "mine",
    ]);
  });

  test.each([
    [
      "import",
      async () => {
        const answer = await toy.client.call("ImportResourceState", { typeName, id: "id-1", clientCapabilities });
        return { ...answer, value: answer.importedResources[0]?.state };
      },
    ],
    [
      "data source",
      async () => {
        const config = sent({ name: "a", ids: null });
        const answer = await toy.client.call("ReadDataSource", { typeName: "toy_search", config, clientCapabilities });
        return { ...answer, value: answer.state };
      },
    ],
    [
      "ephemeral resource",
      async () => {
        const config = sent({ seat: "1A", number: null });
        const request = { typeName: "toy_ticket", config, clientCapabilities };
        const answer = await toy.client.call("OpenEphemeralResource", request);
        return { ...answer, value: answer.result };
      },
    ],
  ] as const)("an %s is unknown", async (_, ask) => {
    const answer = await ask();
    expect(answer).toMatchObject({ deferred, diagnostics: [] });
    expect(decodeMsgpack(answer.value!.msgpack)).toBe(UNKNOWN);
  });
});

test("a Terraform that cannot wait gets the error", async () => {
  const answer = await toy.client.call("ReadResource", { typeName, currentState: state });
  expect(answer.deferred).toBeUndefined();
  expect(answer.diagnostics).toMatchObject([{ summary: "The provider's configuration is not known yet" }]);
});

test("nothing is deferred once the configuration is known", async () => {
  await toy.client.call("ConfigureProvider", { config: sent({ place: null }) });
  const answer = await toy.client.call("ReadResource", { typeName, currentState: state, clientCapabilities });
  expect([answer.deferred, answer.diagnostics]).toEqual([undefined, []]);
});
