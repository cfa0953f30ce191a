import { received, sent } from "../testing/client";
import { type ServedToy, serveToy } from "../testing/serve-toy";
import { thingConfig } from "../testing/thing-config";

const typeName = "toy_thing";
let toy: ServedToy;
beforeEach(async () => {
  toy = await serveToy();
});
afterEach(() => toy.close());

const state = thingConfig({
  id: "id-1",
  name: "a",
  mode: "normal",
  enabled: false,
  colours: ["red"],
  labels: {},
  part: [{ name: "p", uid: "uid-p", screw: [{ kind: "k" }] }],
  settings: { max_level: 3, pin: null },
});

test("a configuration made from a state has neither what the backend gives nor defaults", async () => {
  const { config, diagnostics } = await toy.client.call("GenerateResourceConfig", { typeName, state: sent(state) });
  expect(diagnostics).toEqual([]);
  expect(received(config)).toEqual(
    thingConfig({
      name: "a",
      enabled: false,
      colours: ["red"],
      labels: {},
      part: [{ name: "p", uid: null, screw: [{ kind: "k" }] }],
      settings: { max_level: 3, pin: null },
    }),
  );
});

test("it plans no change for the state that it was made from", async () => {
  const { config } = await toy.client.call("GenerateResourceConfig", { typeName, state: sent(state) });
  const planned = await toy.client.call("PlanResourceChange", {
    typeName,
    priorState: sent(state),
    proposedNewState: config!,
    config: config!,
  });
  expect(received(planned.plannedState)).toEqual(state);
});
