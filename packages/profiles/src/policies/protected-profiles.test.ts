import { keepProfile, protectProfiles } from "./protected-profiles";

const options = { stacks: ["production"] };
const facts = { kind: "ClusterProfile", stack: "production" } as const;

test("an infra or full profile in production that nothing protects is told, and kept by remediation", () => {
  expect(protectProfiles({ type: "infra" }, options, facts)).toMatchObject([
    { path: "skipDestroy", message: 'The infra profile of the stack "production" can be destroyed.' },
  ]);
  expect(keepProfile({ name: "a", type: "cluster" }, options, facts)).toEqual({
    name: "a",
    type: "cluster",
    skipDestroy: true,
  });
});

test("protect or skipDestroy will do, and add-ons and other stacks need neither", () => {
  expect(protectProfiles({ type: "infra" }, options, { ...facts, protect: true })).toEqual([]);
  expect(protectProfiles({ type: "infra", skipDestroy: true }, options, facts)).toEqual([]);
  expect(protectProfiles({ type: "add-on" }, options, facts)).toEqual([]);
  expect(protectProfiles({ type: "infra" }, options, { ...facts, stack: "dev" })).toEqual([]);
  expect(protectProfiles({ type: "infra" }, options, { kind: "ClusterProfile" })).toEqual([]);
  expect(keepProfile({ type: "infra", skipDestroy: true }, options, facts)).toBeUndefined();
});
