import { refuses, type Scenario, well } from "../../scenario";
import { guarded, layerHeld, layersHeld, onSystem, ours } from "../../system";

const withPods = (values: string, podCIDR: string): string =>
  values.replace(/podCIDR: "[^"]*"/, `podCIDR: "${podCIDR}"`);

/** An upgrade of Palette brings layers of its own, and the user's deltas meet them. */
export const systemUpgrades: Scenario<"system">[] = onSystem([
  {
    name: "brings the user's deltas back after an upgrade of Palette, and keeps all that the upgrade brought",
    async play(stack, backend) {
      await well(stack.apply(guarded()), "create");
      await backend.upgrade();
      const brought = await layerHeld(backend);
      expect(brought.tag).toBe("1.31.5");
      expect(brought.values).toContain('podCIDR: "192.168.0.0/16"');
      await well(stack.plan(guarded()), "update");
      await well(stack.apply(guarded()), "update");
      expect(await layerHeld(backend)).toEqual({
        tag: "1.31.5",
        values: withPods(brought.values, "100.64.0.0/16").replace("10.96.0.0/12", "100.96.0.0/12"),
      });
      await well(stack.plan(guarded()), "none");
    },
  },
  {
    name: "plans nothing where an upgrade changes what the user does not",
    kitOnly: "the merge decides it, whichever door shows the plan",
    async play(stack, backend) {
      await well(stack.apply(guarded()), "create");
      const { values } = await layerHeld(backend);
      await backend.upgrade([
        { name: "kubernetes", tag: "1.30.9", values: values.replace("maxPods: 110", "maxPods: 200") },
      ]);
      await well(stack.plan(guarded()), "none");
      expect((await layerHeld(backend)).values).toContain("maxPods: 200");
      const other = guarded({ packs: [ours("100.80.0.0/16")] });
      await well(stack.apply(other), "update");
      expect((await layerHeld(backend)).values).toContain("maxPods: 200");
    },
  },
  {
    name: "keeps what an upgrade brought where the user wrote the layer's whole values before it",
    kitOnly: "the merge decides it, whichever door shows the plan",
    async play(stack, backend) {
      const { values } = await layerHeld(backend);
      const whole = guarded({ packs: [{ name: "kubernetes", values: withPods(values, "100.64.0.0/16") }] });
      await well(stack.apply(whole), "create");
      await backend.upgrade();
      await well(stack.apply(whole), "update");
      const held = await layerHeld(backend);
      expect(held.tag).toBe("1.31.5");
      expect(held.values).toContain('podCIDR: "100.64.0.0/16"');
      expect(held.values).toContain('quota-backend-bytes: "4294967296"');
      await well(stack.plan(whole), "none");
    },
  },
  {
    name: "stops at a true conflict with both sides and the path, until overwrite says who wins",
    async play(stack, backend) {
      await well(stack.apply(guarded()), "create");
      const { values } = await layerHeld(backend);
      await backend.upgrade([{ name: "kubernetes", tag: "1.30.9", values: withPods(values, "172.20.0.0/16") }]);
      const upgraded = await layersHeld(backend);
      await refuses(
        stack,
        guarded(),
        "pack.podCIDR",
        "192.168.0.0/16",
        "172.20.0.0/16",
        "100.64.0.0/16",
        "overwrite",
        '"kubernetes"',
      );
      expect(await layersHeld(backend)).toEqual(upgraded);
      const decided = guarded({ packs: [ours("100.64.0.0/16", { overwrite: ["pack.podCIDR"] })] });
      await well(stack.apply(decided), "update");
      expect((await layerHeld(backend)).values).toContain('podCIDR: "100.64.0.0/16"');
      await well(stack.plan(decided), "none");
    },
  },
  {
    name: "ends a conflict with Palette's side where that is what the user writes",
    kitOnly: "the merge decides it, whichever door shows the plan",
    async play(stack, backend) {
      await well(stack.apply(guarded()), "create");
      const { values } = await layerHeld(backend);
      await backend.upgrade([{ name: "kubernetes", tag: "1.30.9", values: withPods(values, "172.20.0.0/16") }]);
      const theirs = guarded({ packs: [ours("172.20.0.0/16")] });
      expect((await stack.apply(theirs)).errors).toBe("");
      expect((await layerHeld(backend)).values).toContain('podCIDR: "172.20.0.0/16"');
      await well(stack.plan(theirs), "none");
    },
  },
  {
    name: "sees what somebody changed at the system console, and keeps what does not concern the user's deltas",
    kitOnly: "the merge decides it, whichever door shows the plan",
    async play(stack, backend) {
      await well(stack.apply(guarded()), "create");
      const { values } = await layerHeld(backend);
      await backend.editSystem(
        "kubernetes",
        withPods(values, "192.168.0.0/16").replace("maxPods: 110", "maxPods: 250"),
      );
      await well(stack.apply(guarded()), "update");
      const held = (await layerHeld(backend)).values;
      expect(held).toContain('podCIDR: "100.64.0.0/16"');
      expect(held).toContain("maxPods: 250");
      await well(stack.plan(guarded()), "none");
    },
  },
]);
