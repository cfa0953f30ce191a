import type { AnyValues, BlockAttribute, BlockListAttribute } from "@palette-profiles/resource-kit";
import { addons, nginx } from "../scenarios/profiles";
import { onBench } from "./bench";

// The peer stores the mask that Palette shows, plans "********" -> "s3cr3t" for ever, and prints the secret.
test("peer defect 6: a masked default plans nothing, a new one plans an update, and plans may not print either", async () => {
  await onBench(async ({ plan, make, read, resource, sent }) => {
    const config = (defaultValue: string) =>
      addons({
        packs: [nginx],
        profileVariables: { variables: [{ name: "token", displayName: "Token", defaultValue, isSensitive: true }] },
      });
    const state = await make(config("s3cr3t-canary"));
    const live = (await read(state)) as AnyValues;
    expect((await plan(config("s3cr3t-canary"), live)).changes).toEqual([]);

    const next = await plan(config("other-canary"), live);
    expect(next.changes.map(({ path }) => path.at(-1))).toEqual(["defaultValue"]);
    expect(JSON.stringify(next.diagnostics)).not.toContain("canary");
    const changed = await make(config("other-canary"), live);
    expect(sent("PUT", /variables$/).at(-1)?.body).toMatchObject({ variables: [{ defaultValue: "other-canary" }] });
    expect((await plan(config("other-canary"), await read(changed))).changes).toEqual([]);

    const block = resource.attributes.profileVariables as BlockAttribute;
    const variables = block.attributes.variables as BlockListAttribute;
    expect(variables.attributes.defaultValue?.sensitive).toBe(true);
  });
});
