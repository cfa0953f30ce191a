import { nginx } from "../../scenarios/profiles";
import { openWorld, type World, ways, well } from "./ways";

jest.setTimeout(180_000);

/** Each place a secret can come from: a variable's default, which is always one, values, and what the program says is one. */
const program = (word: string) => `const it = profile("it", {
  packs: [${JSON.stringify(nginx)}, { name: "argo-cd", tag: "7.7.5", values: pulumi.secret("password: ${word}-values-canary\\n") }],
  tags: pulumi.secret(["${word}-tag-canary"]),
  profileVariables: { variables: [
    { name: "plain", displayName: "Plain", defaultValue: "${word}-plain-canary" },
    { name: "token", displayName: "Token", defaultValue: pulumi.secret("${word}-token-canary"), isSensitive: true },
  ] },
});
const on = profile("on", { packs: [{ name: "cert-manager", tag: "1.16.2",
  values: it.profileVariables.apply((them) => \`copied: \${them.variables[0].defaultValue}\\n\`) }] });
exports.variables = it.profileVariables; exports.packs = it.packs; exports.tags = it.tags; exports.copied = on.packs;`;

describe.each(ways)("secrets: $name", (way) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(way);
  });
  afterEach(() => world.clear());
  afterAll(() => world.close());

  test("stay secrets in previews, steps, outputs, the state, dependents and errors, through a change, a refresh and a destroy", async () => {
    const { stack, write, backend } = world;
    await write(program("first"));
    const results = [await stack.preview(), await stack.up()];
    expect(results[1]?.outputs).toMatchObject({
      tags: ["first-tag-canary"],
      copied: [{ values: "copied: first-plain-canary\n" }],
    });
    const state = await stack.state();
    await write(program("second"));
    results.push(await stack.preview(), await stack.up(), await stack.refresh());
    const states = [state, await stack.state()];
    for (const result of results) expect(result).toMatchObject({ ok: true, errors: [] });
    expect(JSON.stringify(await backend.profiles())).toContain("second-values-canary");

    // A failure that Palette answers, and one of the plan: neither says it.
    await write(
      program("third").replace('"cert-manager"', '"cert-manger"').replace("password: third", "password: [third"),
    );
    const refused = await stack.preview();
    expect([refused.ok, refused.errors.join()]).toEqual([false, expect.stringMatching(/packs\[/)]);
    await write(program("fourth"));
    await backend.fault({
      match: { method: "PUT", route: "*" },
      times: 9,
      action: { status: 500, body: { message: "no" } },
    });
    const failed = await stack.up();
    expect(failed.ok).toBe(false);
    states.push(await stack.state());
    for (const it of [...results, refused, failed, await stack.destroy()]) expect(it.told).not.toContain("canary");
    for (const it of [...states, await stack.state()]) expect(it).not.toContain("canary");
  });

  test(
    way.native ? "hide themselves alone, not the list that they are in" : "hide the property that they are in",
    async () => {
      const { stack, write } = world;
      await write(program("first"));
      await well(stack.up());
      const state = await stack.state();
      expect([/"displayName": ?"Token"/.test(state), /"(tag)": ?"7\.7\.5"/.test(state)]).toEqual([
        way.native,
        way.native,
      ]);
    },
  );
});
