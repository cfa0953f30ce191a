import { received, sent } from "../testing/client";
import { type ServedToy, serveToy } from "../testing/serve-toy";

const typeName = "toy_ticket";
let toy: ServedToy;
beforeEach(async () => {
  toy = await serveToy();
});
afterEach(() => toy.close());

const config = (seat: unknown) => sent({ seat, number: null });

test("it is opened, renewed with what was kept, and closed", async () => {
  const opened = await toy.client.call("OpenEphemeralResource", { typeName, config: config("1A") });
  expect(opened.diagnostics).toEqual([]);
  expect(received(opened.result)).toEqual({ seat: "1A", number: "n-1" });
  expect(opened.renewAt).toEqual({ seconds: Date.UTC(2030, 0, 1) / 1000, nanos: 250_000_000 });
  const renewed = await toy.client.call("RenewEphemeralResource", { typeName, private: opened.private });
  // It needs no further renewal.
  expect([renewed.diagnostics, renewed.renewAt]).toEqual([[], undefined]);
  const closed = await toy.client.call("CloseEphemeralResource", { typeName, private: renewed.private });
  expect(closed.diagnostics).toEqual([]);
  expect(toy.toy.tickets).toEqual(["open 1A", "renew 0", "close 1"]);
});

test("what is wrong with its configuration is told at the attribute, in validation and when it is opened", async () => {
  const at = { severity: 1, attribute: { steps: [{ attributeName: "seat" }] } };
  const asked = await toy.client.call("ValidateEphemeralResourceConfig", { typeName, config: config("floor") });
  expect(asked.diagnostics).toMatchObject([at]);
  const opened = await toy.client.call("OpenEphemeralResource", { typeName, config: config("taken") });
  expect(opened.diagnostics).toMatchObject([{ ...at, detail: "taken" }]);
});

test("a type that is not there is a diagnostic", async () => {
  const { diagnostics } = await toy.client.call("OpenEphemeralResource", { typeName: "toy_x", config: config("1A") });
  expect(diagnostics).toMatchObject([{ summary: 'There is no ephemeral resource "toy_x"' }]);
});
