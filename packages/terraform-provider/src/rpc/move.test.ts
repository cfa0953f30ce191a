import { received, sent } from "../testing/client";
import { type ServedToy, serveToy } from "../testing/serve-toy";
import { thingConfig } from "../testing/thing-config";

let toy: ServedToy;
beforeEach(async () => {
  // Terraform asks before it configures the provider.
  toy = await serveToy({ configured: false });
});
afterEach(() => toy.close());

const move = (it: { address?: string; type?: string; version?: number } = {}) =>
  toy.client.call("MoveResourceState", {
    sourceProviderAddress: it.address ?? "registry.terraform.io/acme/old",
    sourceTypeName: it.type ?? "old_item",
    sourceSchemaVersion: it.version ?? 3,
    sourceState: { json: Buffer.from(JSON.stringify({ item_id: "id-7", item_name: "a", more: null })) },
    targetTypeName: "toy_thing",
  });

test.each(["registry.terraform.io/acme/old", "registry.opentofu.org/acme/old", "mirror.example.com/acme/old"])(
  "the state of another type is taken over, from %s",
  async (address) => {
    const { targetState, targetPrivate, diagnostics } = await move({ address });
    expect(diagnostics).toEqual([]);
    expect(received(targetState)).toEqual(thingConfig({ id: "id-7", name: "a" }));
    // The first read of it knows, and no other.
    await toy.client.call("ConfigureProvider", { config: sent({ place: null }) });
    const read = { typeName: "toy_thing", currentState: targetState, private: targetPrivate };
    expect((await toy.client.call("ReadResource", read)).private).toHaveLength(0);
    const later = Buffer.from("another");
    expect((await toy.client.call("ReadResource", { ...read, private: later })).private).toEqual(later);
  },
);

test.each([
  ["another type", { type: "old_other" }, "old_other of provider registry.terraform.io/acme/old"],
  [
    "another provider",
    { address: "registry.terraform.io/acme/new" },
    "old_item of provider registry.terraform.io/acme/new",
  ],
])("%s cannot be taken over, and the error says which can", async (_, it, what) => {
  const { diagnostics, targetState } = await move(it);
  expect(targetState).toBeUndefined();
  expect(diagnostics).toMatchObject([{ severity: 1, summary: expect.stringContaining("cannot become toy_thing") }]);
  expect(diagnostics[0]!.detail).toContain(what);
  expect(diagnostics[0]!.detail).toContain("Only these can: old_item of acme/old. Remove the moved block");
});

test("what the resource refuses to take over is told", async () => {
  expect((await move({ version: 4 })).diagnostics).toMatchObject([{ detail: "version 4 is not known" }]);
});
