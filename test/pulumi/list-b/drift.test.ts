import { argo, certManager, nginx } from "../../scenarios/profiles";
import { done, openWorld, type World, ways, well } from "./ways";

jest.setTimeout(180_000);

describe.each(ways)("drift: $name", (way) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(way);
  });
  afterEach(() => world.clear());
  afterAll(() => world.close());

  test("a refresh shows drift at its property, and up puts it back; what is gone is made again", async () => {
    const { stack, write, backend } = world;
    await write(`exports.uid = profile("it", { packs: ${JSON.stringify([argo(), nginx])}, tags: ["a"] }).uid;`);
    await well(stack.up());
    await well(stack.refresh({ expectNoChanges: true }));
    await backend.edit("nginx", "charts:\n  nginx:\n    replicas: 9\n");
    // Looking twice finds it twice; once it is in the state it is found no more.
    expect(done(await well(stack.refresh({ preview: true })))).toEqual(["refresh it packs[1].values"]);
    expect(done(await well(stack.refresh()))).toEqual(["refresh it packs[1].values"]);
    await well(stack.refresh({ expectNoChanges: true }));
    const planned = await well(stack.preview());
    expect(done(planned)).toEqual(["update it packs[1].values"]);
    expect(done(await well(stack.up()))).toEqual(done(planned));
    const [mended] = await backend.profiles();
    expect(mended?.spec?.published?.packs?.[1]?.values).toContain("replicas: 2");
    await well(stack.preview({ refresh: true, expectNoChanges: true }));

    await backend.api.remove(mended?.metadata?.uid ?? "");
    expect(done(await well(stack.preview({ refresh: true })))).toEqual(["create it", "gone it"]);
    const made = await well(stack.up({ refresh: true }));
    expect(done(made)).toEqual(["create it", "gone it"]);
    expect((await backend.profiles()).map(({ metadata }) => metadata?.uid)).toEqual([made.outputs.uid]);
  });

  test("what is gone in Palette is deleted without a fuss, also with a refresh before", async () => {
    const { stack, write, backend } = world;
    const three = ["a", "b", "c"].map((name) => `profile("${name}", { packs: [${JSON.stringify(certManager)}] });`);
    await write(three.join("\n"));
    await well(stack.up());
    const [a, b] = (await backend.profiles()).sort((one, other) =>
      (one.metadata?.name ?? "") < (other.metadata?.name ?? "") ? -1 : 1,
    );
    await backend.api.remove(a?.metadata?.uid ?? "");
    await write(three.slice(1).join("\n"));
    expect(done(await well(stack.up()))).toEqual(["delete a"]);
    await backend.api.remove(b?.metadata?.uid ?? "");
    expect(done(await well(stack.destroy()))).toEqual(["delete b", "delete c"]);
    expect(await backend.profiles()).toEqual([]);
  });
});
