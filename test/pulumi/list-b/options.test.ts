import { argoValues, certManager, nginx } from "../../scenarios/profiles";
import { done, openWorld, type World, ways, well } from "./ways";

jest.setTimeout(180_000);

const text = JSON.stringify;

describe.each(ways)("options of resources: $name", (way) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(way);
  });
  afterEach(() => world.clear());
  afterAll(() => world.close());
  const names = async () => (await world.backend.profiles()).map(({ metadata }) => metadata?.name).sort();

  test("protect refuses a delete and a replacement; retainOnDelete and deletedWith delete nothing in Palette", async () => {
    const { stack, write, backend } = world;
    const locked = (context: string, protect: boolean) =>
      `profile("locked", { packs: [${text(nginx)}], context: "${context}" }, { protect: ${protect} });`;
    await write(locked("project", true));
    await well(stack.up());
    for (const without of [locked("tenant", true), ""]) {
      await write(without);
      for (const refused of [await stack.preview(), await stack.up()]) {
        expect([refused.ok, refused.errors.join()]).toEqual([false, expect.stringMatching(/protect/)]);
      }
    }
    expect((await stack.destroy()).errors.join()).toMatch(/protect/);
    expect(await names()).toEqual(["locked"]);

    await write(`const owner = ${locked("project", false)}
profile("kept", { packs: [${text(nginx)}] }, { retainOnDelete: true });
profile("with", { packs: [${text(nginx)}] }, { deletedWith: owner });`);
    await well(stack.up());
    await backend.forget();
    expect(done(await well(stack.destroy()))).toEqual(["delete kept", "delete locked", "delete with"]);
    expect((await backend.calls()).filter((call) => call.startsWith("DELETE"))).toHaveLength(1);
    expect(await names()).toEqual(["kept", "with"]);
  });

  test("ignoreChanges keeps what is there at a property, and at a place inside it", async () => {
    const { stack, write, backend } = world;
    const it = (more: object, description: string) =>
      write(`profile("it", ${text({ description, packs: [certManager, { name: "argo-cd", ...more }] })},
        { ignoreChanges: ["description", "packs[1].values"] });`);
    await it({ tag: "7.7.5", values: argoValues(1) }, "one");
    await well(stack.up());
    await it({ tag: "7.7.5", values: argoValues(2) }, "two");
    expect(done(await well(stack.preview({ expectNoChanges: true })))).toEqual([]);
    await it({ tag: "7.8.2", values: argoValues(3) }, "three");
    expect(done(await well(stack.preview()))).toEqual(["update it packs[1].tag"]);
    await well(stack.up());
    const [profile] = await backend.profiles();
    expect(profile?.metadata?.annotations?.description).toBe("one");
    const [, argo] = profile?.spec?.published?.packs ?? [];
    expect(argo).toMatchObject({ tag: "7.8.2", values: expect.stringContaining("replicas: 1") });
    await well(stack.preview({ refresh: true, expectNoChanges: true }));
  });

  test("what is renamed, and what moves into a component, is the same by its alias: nothing is planned", async () => {
    const { stack, write, backend } = world;
    await write(`profile("a", { packs: [${text(nginx)}] }); profile("b", { packs: [${text(certManager)}] });
      profile("c", { packs: [${text(certManager)}] });`);
    await well(stack.up());
    const before = await backend.profiles();
    await write(`const group = new pulumi.ComponentResource("tried:index:Group", "group");
      const of = (name, args, options) => new palette.ClusterProfile(name, args, options);
      of("renamed", { name: "a", packs: [${text(nginx)}] }, { aliases: [{ name: "a" }] });
      of("b", { name: "b", packs: [${text(certManager)}] }, { parent: group, aliases: [{ parent: pulumi.rootStackResource }] });
      of("inside", { name: "c", packs: [${text(certManager)}] },
        { parent: group, aliases: [{ name: "c", parent: pulumi.rootStackResource }] });`);
    expect(done(await well(stack.preview()))).toEqual(["create group"]);
    await backend.forget();
    expect(done(await well(stack.up()))).toEqual(["create group"]);
    expect((await backend.calls()).filter((call) => !call.startsWith("GET"))).toEqual([]);
    await well(stack.preview({ expectNoChanges: true, refresh: true }));
    expect(await backend.profiles()).toEqual(before);
    await well(stack.destroy());
    expect(await backend.profiles()).toEqual([]);
  });
});
