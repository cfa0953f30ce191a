import type { FaultAction } from "@palette-profiles/palette-server";
import { argo, certManager, nginx } from "../../scenarios/profiles";
import { openWorld, type World, ways, well } from "./ways";

jest.setTimeout(240_000);

const text = JSON.stringify;
const NAMES = ["a", "b", "c"];
/** Three profiles, each after the one before. */
const three = (more: object = {}) => `let before = [];
for (const name of ${text(NAMES)}) before = [profile(name, ${text({ packs: [certManager, nginx], ...more })}, { dependsOn: before })];`;

type Case = [kind: string, ok: boolean, method: string, route: string, action: FaultAction];
/** What happens to a request while the second profile is made, before or after Palette has done what is asked. */
const CREATES: Case[] = [
  ["that Palette refuses", false, "POST", "/v1/clusterprofiles", { status: 500 }],
  ["that is cut off before Palette has it", false, "POST", "/v1/clusterprofiles", "reset-before"],
  ["whose answer is lost: the profile is found", true, "POST", "/v1/clusterprofiles", "reset-after"],
  ["that cannot be read afterwards", false, "GET", "/v1/clusterprofiles/{uid}", { status: 503 }],
];
const UPDATES: Case[] = [
  ["that Palette refuses", false, "PUT", "/v1/clusterprofiles/{uid}", { status: 500 }],
  ["whose answer is lost", false, "PUT", "/v1/clusterprofiles/{uid}", "reset-after"],
  ["that is not published", false, "PATCH", "/v1/clusterprofiles/{uid}/publish", { status: 503 }],
];

describe.each(ways)("Palette fails in mid-up: $name", (way) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(way);
  });
  afterAll(() => world.close());

  /** The first such request goes through, the next does not. */
  const failing = (method: string, route: string, action: FaultAction) =>
    world.backend.fault({ match: { method, route }, action: { delayMs: 0 } }, { match: { method, route }, action });
  const held = async () => (await world.backend.profiles()).map(({ metadata }) => metadata?.name).sort();
  const expectFailure = async (ok: boolean) => {
    const result = await world.stack.up();
    expect(result.ok).toBe(ok);
    if (!ok) expect(result.errors.join()).toMatch(/cluster profile "b".*(FaultInjected|PaletteUnreachable)/s);
  };
  /** The same program again ends it: nothing is made twice, nothing is forgotten, and nothing is left to do. */
  async function expectConvergence(): Promise<void> {
    const { stack, backend } = world;
    await well(stack.up());
    expect(await held()).toEqual(NAMES);
    await well(stack.preview({ refresh: true, expectNoChanges: true }));
    const state = await stack.state();
    for (const { metadata } of await backend.profiles()) expect(state).toContain(metadata?.uid);
  }
  afterEach(async () => {
    await well(world.stack.destroy());
    expect(await held()).toEqual([]);
  });

  test.each(CREATES)("a create %s", async (_, ok, ...fault) => {
    await world.write(three());
    await failing(...fault);
    await expectFailure(ok);
    await expectConvergence();
  });

  test("a create whose answer is lost with all that follows: the next up says what is there, and takes it over", async () => {
    const { stack, write, backend } = world;
    await write(three());
    await failing("POST", "/v1/clusterprofiles", "reset-after");
    await backend.fault({
      match: { method: "GET", route: "/v1/dashboard/clusterprofiles/metadata" },
      times: 9,
      action: "reset-before",
    });
    await expectFailure(false);
    await world.mend();
    expect((await stack.preview()).errors.join()).toMatch(/"b" is there already.*Take it over with adopt/s);
    await write(three({ adopt: true }));
    await expectConvergence();
  });

  test.each(UPDATES)("an update %s", async (_, ok, ...fault) => {
    const { stack, write } = world;
    await write(three());
    await well(stack.up());
    await write(three({ packs: [certManager, argo(3)] }));
    await failing(...fault);
    await expectFailure(ok);
    await expectConvergence();
  });

  test("a delete whose answer is lost: the next one ends well", async () => {
    const { stack, write } = world;
    await write(three());
    await well(stack.up());
    await failing("DELETE", "/v1/clusterprofiles/{uid}", "reset-after");
    expect((await stack.destroy()).ok).toBe(false);
  });
});
