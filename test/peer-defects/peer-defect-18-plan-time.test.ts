import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addons, argo, argoValues, certManager, nginx } from "../scenarios/profiles";
import { onBench } from "./bench";

// The peer finds these out while it applies, if at all.
test("peer defect 18: packs, tags, registries, YAML, variables and macros are checked in the plan, at their places", async () => {
  await onBench(async ({ plan, sent }) => {
    const using = (reference: string) => ({
      ...argo(),
      values: `${argoValues(1)}    x: '{{.spectro.${reference}}}'\n`,
    });
    const wrong = [
      [{ ...argo(), name: "argocd" }, "name"],
      [{ ...argo(), tag: "7.7.6" }, "tag"],
      [{ ...argo(), registryName: "Nowhere" }, "registryName"],
      [{ ...argo(), values: "a: [" }, "values"],
      [using("var.undeclared"), "values"],
    ] as const;
    for (const [layer, attribute] of wrong) {
      const { diagnostics } = await plan(addons({ packs: [nginx, layer] }));
      expect(diagnostics).toMatchObject([{ severity: "error", path: ["packs", 1, attribute] }]);
    }
    const { diagnostics } = await plan(addons({ packs: [nginx, using("macro.nowhere")] }));
    expect(diagnostics).toMatchObject([{ code: "UnknownMacro", path: ["packs", 1, "values"] }]);
    expect(sent("POST", /^\/v1\/clusterprofiles/)).toEqual([]);
  });
});

// The peer asks for each pack anew, N + 3 calls a refresh.
test("peer defect 18: a refresh takes two calls, however many packs there are, and a plan asks for a pack once", async () => {
  await onBench(async ({ plan, make, read, sent }) => {
    const config = addons({ packs: [argo(), { ...certManager, values: "a: 1" }, nginx] });
    const state = await make(config);
    const before = sent("GET").length;
    await read(state);
    expect(
      sent("GET")
        .slice(before)
        .map(({ path }) => path.replace(String(state.id), "uid"))
        .sort(),
    ).toEqual(["/v1/clusterprofiles/uid", "/v1/clusterprofiles/uid/variables"]);
    for (const name of ["a", "b", "c"]) await plan({ ...config, name });
    const packs = sent("GET", /^\/v1\/packs\//).map(({ path }) => path);
    expect(packs).toHaveLength(new Set(packs).size);
  });
});

// The peer reads the first fifty of a list.
test("peer defect 18: a pack beyond the first page of a list is found", async () => {
  const folder = mkdtempSync(join(tmpdir(), "palette-peer-18-"));
  try {
    for (let index = 0; index < 120; index++) {
      const pack = join(folder, `pack-${index}`);
      mkdirSync(pack);
      const name = `pack-${String(index).padStart(3, "0")}`;
      writeFileSync(
        join(pack, "pack.json"),
        JSON.stringify({ name, displayName: name, version: "1.0.0", layer: "addon" }),
      );
      writeFileSync(join(pack, "values.yaml"), "a: 1\n");
    }
    await onBench(
      async ({ make, plan }) => {
        await make(addons({ packs: [{ name: "pack-119", tag: "1.0.0" }] }));
        const { diagnostics } = await plan(addons({ packs: [{ name: "pack-119x", tag: "1.0.0" }] }));
        expect(diagnostics[0]?.detail).toContain('"pack-119"');
      },
      { packs: [folder] },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

// The peer repeats any call for more than an hour; its `timeouts` reach no call.
test("peer defect 18: a Palette that is down for long ends in an error within the time that is allowed", async () => {
  await onBench(async ({ plan, apply, backend }) => {
    const { planned } = await plan({ ...addons({ packs: [nginx] }), timeouts: { create: "1s" } });
    await backend.fault({
      match: { method: "POST", route: "/v1/clusterprofiles" },
      times: 1000,
      action: { status: 429, headers: { "retry-after": "60" } },
    });
    const begun = Date.now();
    const { state, diagnostics } = await apply(planned);
    expect(Date.now() - begun).toBeLessThan(8_000);
    expect(state).toBeUndefined();
    expect(diagnostics).toMatchObject([{ severity: "error", detail: expect.stringContaining("timeouts") }]);
  });
});
