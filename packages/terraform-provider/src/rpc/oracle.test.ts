import { defineResource, type Provider, s } from "@palette-profiles/resource-kit";
import { sent } from "../testing/client";
import { encodeMsgpack } from "../wire/msgpack";
import { answer } from "./answer";
import { createSession } from "./session";

const attributes = { name: s.string({ description: "", required: true }) };
const never = async () => {
  throw new Error("not called");
};
const willful = defineResource<null, typeof attributes>({
  type: "willful",
  description: "Plans what nobody asked for.",
  attributes,
  version: 0,
  async refine({ planned }) {
    planned.name = "something else";
  },
  create: never,
  read: never,
  update: never,
  delete: never,
});
const provider: Provider<null> = {
  name: "toy",
  version: "1.0.0",
  attributes: {},
  configure: () => null,
  resources: [willful],
  dataSources: [],
};

async function plan(environment: Record<string, string>) {
  const session = createSession(provider, { environment });
  await answer(session, "ConfigureProvider", { terraformVersion: "", config: undefined });
  const wire = { msgpack: encodeMsgpack({ name: "a" }), json: new Uint8Array() };
  const absent = { ...sent(null), json: new Uint8Array() };
  return answer(session, "PlanResourceChange", {
    typeName: "toy_willful",
    priorState: absent,
    proposedNewState: wire,
    config: wire,
    priorPrivate: new Uint8Array(),
    clientCapabilities: undefined,
    priorIdentity: undefined,
  });
}

test("with PALETTE_ORACLE=1 a plan that Terraform would refuse is told as the provider's defect", async () => {
  const { diagnostics, plannedState } = await plan({ PALETTE_ORACLE: "1" });
  expect(diagnostics).toMatchObject([
    { severity: 1, detail: expect.stringMatching(/^name: .*defect of the provider/) },
  ]);
  expect(plannedState).toBeUndefined();
});

test("without it the plan goes to Terraform as it is", async () => {
  expect(await plan({})).toMatchObject({ diagnostics: [], plannedState: { msgpack: expect.anything() } });
});
