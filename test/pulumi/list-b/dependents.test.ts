import { argo, certManager, nginx } from "../../scenarios/profiles";
import type { Result } from "../runner";
import { done, nativeWays, openWorld, type World, ways, well } from "./ways";

jest.setTimeout(180_000);

const text = JSON.stringify;
/** One profile, and another whose values have its uid in them. */
const pair = (base: object) => `const base = profile("base", ${text({ packs: [certManager], ...base })});
profile("top", { tags: ["on:base"], packs: [{ name: "argo-cd", tag: "7.7.5", values: pulumi.interpolate\`base: \${base.uid}\\n\` }] });
exports.uid = base.uid;`;

describe.each(ways)("what is given another's output: $name", (way) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(way);
  });
  afterEach(() => world.clear());
  afterAll(() => world.close());
  const valuesOf = async (name: string) => {
    const all = await world.backend.profiles();
    return all.find(({ metadata }) => metadata?.name === name)?.spec?.published?.packs?.[0]?.values;
  };

  test("is planned before it is known, in values and tags; what else is wrong of it fails the preview", async () => {
    const { stack, write } = world;
    const both = (tag: string) => `const base = profile("base", { packs: [${text(nginx)}] });
const top = profile("top", { tags: [pulumi.interpolate\`base:\${base.uid}\`], packs: [{ name: "argo-cd", tag: "${tag}",
  values: pulumi.interpolate\`charts: {argo-cd: {base: "\${base.uid}"}}\\n\` }] });
exports.uid = base.uid; exports.tags = top.tags;`;
    await write(both("7.7.6"));
    expect((await stack.preview()).errors.join()).toContain('has no version "7.7.6"');
    await write(both("7.7.5"));
    expect(done(await well(stack.preview()))).toEqual(["create base", "create top"]);
    const { outputs } = await well(stack.up());
    expect(outputs.tags).toEqual([`base:${String(outputs.uid)}`]);
    expect(await valuesOf("top")).toContain(String(outputs.uid));
    await well(stack.preview({ refresh: true, expectNoChanges: true }));
  });

  test("is changed by up when the output changes, and only then", async () => {
    const { stack, write } = world;
    await write(pair({}));
    await well(stack.up());
    await write(pair({ tags: ["another"] }));
    expect(done(await well(stack.up()))).toEqual(["update base tags"]);
    await write(pair({ version: "1.1.0" }));
    const up = await well(stack.up());
    expect(done(up)).toEqual(["update base tags version", "update top packs[0].values"]);
    expect(await valuesOf("top")).toContain(String(up.outputs.uid));
    await well(stack.preview({ expectNoChanges: true }));
  });
});

describe.each(nativeWays)("previews that know what stays: $name", (way) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(way);
  });
  afterEach(() => world.clear());
  afterAll(() => world.close());
  const replaced = ({ steps }: Result) =>
    steps.flatMap(({ name, replaces, diff }) =>
      replaces.length === 0 ? [] : [{ name, replaces, inDetail: diff.flatMap((it) => (it.replace ? it.path : [])) }],
    );

  test("a change that leaves the uid touches no dependent; a version, and a replacement, touch them all", async () => {
    const { stack, write } = world;
    await write(pair({}));
    await well(stack.up());
    for (const [base, shown] of [
      [{ tags: ["another"], packs: [argo(2)] }, ["update base packs[0] tags"]],
      [{ version: "1.1.0" }, ["update base packs[0] tags version", "update top packs[0].values"]],
    ] as const) {
      await write(pair(base));
      const planned = await well(stack.preview());
      expect(done(planned)).toEqual(shown);
      expect(done(await well(stack.up()))).toEqual(shown);
    }
    await write(pair({ version: "1.1.0", context: "tenant" }));
    const planned = await well(stack.preview());
    expect(done(planned)).toEqual(["replace base context", "update top packs[0].values"]);
    expect(replaced(planned)).toEqual([{ name: "base", replaces: ["context"], inDetail: ["context"] }]);
    const up = await well(stack.up());
    expect([done(up), replaced(up)]).toEqual([done(planned), replaced(planned)]);
    await well(stack.preview({ refresh: true, expectNoChanges: true }));
  });
});
