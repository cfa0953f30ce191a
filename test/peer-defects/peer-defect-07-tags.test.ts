import { addons, nginx } from "../scenarios/profiles";
import { onBench } from "./bench";

// The peer keeps what stands between the first two colons, and the last value of a key, and then plans the rest for ever.
test("peer defect 7: a tag with colons in its value arrives whole, and plans nothing after it", async () => {
  await onBench(async ({ plan, make, read, backend }) => {
    const config = addons({ packs: [nginx], tags: ["a:b:c", "url:https://example.com:8443", "bare"] });
    const state = await make(config);
    const [profile] = await backend.profiles();
    expect(profile?.metadata?.labels).toEqual({ a: "b:c", url: "https://example.com:8443", bare: "spectro__tag" });
    expect((await plan(config, await read(state))).changes).toEqual([]);
  });
});

test("peer defect 7: two values of one key are refused in the plan, since Palette keeps one", async () => {
  await onBench(async ({ plan, backend }) => {
    const { diagnostics } = await plan(addons({ packs: [nginx], tags: ["env:dev", "env:prod"] }));
    expect(diagnostics).toMatchObject([{ severity: "error", code: "DuplicateTag", path: ["tags"] }]);
    expect(diagnostics[0]?.detail).toContain('"env:dev" and "env:prod"');
    expect(await backend.profiles()).toEqual([]);
  });
});
