import { apply, reconcile } from "./apply";
import { configOf } from "./config-of";
import { checkApply, checkPlan } from "./oracle";
import { plan } from "./plan";
import { PartialStateError, type Resource } from "./resource";
import { s } from "./schema";
import { withoutWriteOnly, writeOnlyPaths } from "./write-only";

const attributes = {
  name: s.string({ description: "Its name.", required: true }),
  secret: s.string({ description: "Never stored.", optional: true, writeOnly: true }),
  parts: s.blockList({
    description: "Its parts.",
    key: (part) => (typeof part.name === "string" ? part.name : undefined),
    attributes: {
      name: s.string({ description: "The part's name.", required: true }),
      pin: s.string({ description: "Never stored.", required: true, writeOnly: true }),
    },
  }),
};
const config = { name: "a", secret: "s", parts: [{ name: "p", pin: "1" }] };
const without = { name: "a", parts: [{ name: "p" }] };
const never = () => Promise.reject(new Error("not called"));
const resource: Resource<null> = {
  type: "safe",
  description: "Keeps secrets.",
  attributes,
  version: 0,
  create: async (planned) => ({ ...planned }),
  read: never,
  update: never,
  delete: never,
};
const run = { context: null, signal: new AbortController().signal };

test("write-only values are found in a config, and taken out at any depth", () => {
  expect(writeOnlyPaths(attributes, config)).toEqual([["secret"], ["parts", 0, "pin"]]);
  expect(withoutWriteOnly(attributes, config)).toEqual(without);
});

test("a plan leaves them out, also one that is refused", async () => {
  expect((await plan(resource, { ...run, config })).planned).toEqual(without);
  const refusing = { ...resource, refine: () => Promise.reject(new Error("no")) };
  expect((await plan(refusing, { ...run, config })).planned).toEqual(without);
});

test("a resource that fails half-way gets them into no state", async () => {
  const failing = { ...resource, create: () => Promise.reject(new PartialStateError(config, new Error("half"))) };
  expect((await apply(failing, { ...run, planned: without, config })).state).toEqual(without);
});

test("a resource that plans them gets them into no state either", async () => {
  expect((await apply(resource, { ...run, planned: config, config })).state).toEqual(without);
});

test("a backend that gives them back is not believed", () => {
  expect(reconcile(attributes, without, config)).toEqual(without);
  expect(configOf(attributes, config)).toEqual(without);
});

test("without a config, a resource sees what is planned", async () => {
  const seen: unknown[] = [];
  const watched: Resource<null> = {
    ...resource,
    async create(planned, it) {
      seen.push(it.config);
      return planned;
    },
  };
  await apply(watched, { ...run, planned: without });
  await apply(watched, { ...run, planned: without, config });
  expect(seen).toEqual([without, config]);
});

test("the oracle refuses a plan and a result that hold one", () => {
  expect(checkPlan(attributes, { config, planned: config })).toEqual([
    "secret: planned a write-only value",
    "parts[0].pin: planned a write-only value",
  ]);
  expect(checkApply(attributes, { planned: without, state: { ...without, secret: "s" } })).toEqual([
    "secret: a write-only value is in the state",
  ]);
});
