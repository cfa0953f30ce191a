import { sameYaml } from "@palette-profiles/profiles";
import fc from "fast-check";
import { overlaid } from "../cluster-profile/layer-values";
import { mergePart, mergeTags, rebase } from "./merge-part";

const V1 = "cluster:\n  podCIDR: 192.168.0.0/16 # Palette's own\n  image: v1.30\n";
const V2 = "cluster:\n  podCIDR: 192.168.0.0/16 # Palette's own\n  image: v1.31\n  profiling: false\n";
const over = (overrides: string) => ({ laidOver: (base: string) => overlaid(base, { name: "kubernetes", overrides }) });
const mine = over("cluster: { podCIDR: 10.244.0.0/16 }");

describe("a text that Palette changes too", () => {
  it("takes what the program says when it is first taken over, and remembers Palette's own", () => {
    const first = mergePart(undefined, V1, mine, []);
    expect(first.text).toBe("cluster:\n  podCIDR: 10.244.0.0/16 # Palette's own\n  image: v1.30\n");
    expect(first.own).toEqual(["cluster.podCIDR"]);
    expect(first.memory.base).toBe(V1);
    expect(first.memory.applied).toBe(first.text);
  });

  it.each([
    ["overrides", mine, mine],
    ["whole values", { whole: V1.replace("192.168", "10.244") }, { whole: V1.replace("192.168", "10.244") }],
  ])("keeps %s through an upgrade that puts all of it back, and keeps what the upgrade brings", (_, wish, same) => {
    const first = mergePart(undefined, V1, wish, []);
    const after = mergePart(first.memory, V2, same, []);
    expect(after.conflicts).toEqual([]);
    expect(after.text).toBe(V2.replace("192.168.0.0", after.text.includes("10.244.0.0") ? "10.244.0.0" : "none"));
    expect(after.own).toEqual(["cluster.podCIDR"]);
    const again = mergePart(after.memory, after.text, same, []);
    expect([again.text, again.own, again.conflicts]).toEqual([after.text, [], []]);
  });

  it("says a conflict where both changed the same place, with both sides", () => {
    const first = mergePart(undefined, V1, mine, []);
    const moved = V2.replace("192.168", "172.16");
    const { conflicts, text } = mergePart(first.memory, moved, mine, []);
    expect(conflicts).toEqual([
      expect.objectContaining({
        path: "cluster.podCIDR",
        base: "192.168.0.0/16",
        live: "172.16.0.0/16",
        wanted: "10.244.0.0/16",
      }),
    ]);
    expect(text).toBe(moved);
  });

  it.each([
    ["writing what Palette has", over("cluster: { podCIDR: 172.16.0.0/16 }"), [], "172.16"],
    ["leaving it out", undefined, [], "172.16"],
    ["naming it in overwrite", mine, ["cluster.podCIDR"], "10.244"],
  ])("ends a conflict by %s", (_, wish, overwrite, cidr) => {
    const first = mergePart(undefined, V1, mine, []);
    const { conflicts, text } = mergePart(first.memory, V2.replace("192.168", "172.16"), wish, overwrite);
    expect(conflicts).toEqual([]);
    expect(text).toContain(`podCIDR: ${cidr}.0.0/16`);
    expect(text).toContain("image: v1.31");
  });

  it("goes back to Palette's own where the program says nothing any more", () => {
    const first = mergePart(undefined, V1, mine, []);
    expect(mergePart(first.memory, first.text, undefined, []).text).toBe(V1);
  });

  it("lets a later change of the program win over an upgrade that was taken in before", () => {
    const first = mergePart(undefined, V1, mine, []);
    const live = V2.replace("192.168", "10.244");
    const memory = rebase(first.memory, live, [], mine);
    const next = mergePart(memory, live, over("cluster: { podCIDR: 10.244.0.0/16, image: v1.31.2 }"), []);
    expect(next.conflicts).toEqual([]);
    expect(next.text).toContain("image: v1.31.2");
  });

  it("says a conflict where an upgrade changes what the program had pinned to Palette's own value", () => {
    const pin = over("cluster: { image: v1.30 }");
    const first = mergePart(undefined, V1, pin, []);
    expect([first.text, first.own]).toEqual([V1, []]);
    expect(rebase(first.memory, V2, [], pin)).toBe(first.memory);
    const { conflicts } = mergePart(first.memory, V2, pin, []);
    expect(conflicts).toEqual([expect.objectContaining({ path: "cluster.image", live: "v1.31", wanted: "v1.30" })]);
    const kept = mergePart(first.memory, V2, pin, ["cluster.image"]);
    expect([kept.text, kept.own, kept.conflicts]).toEqual([V2.replace("v1.31", "v1.30"), ["cluster.image"], []]);
  });

  it("stays as it is where Palette holds what was sent, with its ends trimmed", () => {
    const first = mergePart(undefined, V1, mine, []);
    expect(rebase(first.memory, first.text.trim(), [], mine)).toEqual(first.memory);
  });

  it("is not rebased over a conflict, which would hide it", () => {
    const first = mergePart(undefined, V1, mine, []);
    expect(rebase(first.memory, V2.replace("192.168", "172.16"), [], mine)).toBe(first.memory);
  });
});

describe("a tag that Palette changes too", () => {
  const tag = (base: string, applied: string, live: string, wanted: string, overwrite: string[] = []) => {
    const { text, base: next, conflicts } = mergeTags({ base, applied, live, wanted, overwrite });
    return [text, next, conflicts.length];
  };

  it("is kept as an upgrade brings it where the program says none of its own", () => {
    expect(tag("1.30", "1.30", "1.31", "1.30")).toEqual(["1.31", "1.31", 0]);
  });
  it("is the program's where Palette left it, or put its own back", () => {
    expect(tag("1.30", "1.30", "1.30", "1.31")).toEqual(["1.31", "1.30", 0]);
    expect(tag("1.30", "1.31", "1.30", "1.31")).toEqual(["1.31", "1.30", 0]);
  });
  it("is a conflict where both chose another one, unless it is to be overwritten", () => {
    expect(tag("1.30", "1.31", "1.32", "1.31")).toEqual(["1.32", "1.32", 1]);
    expect(tag("1.30", "1.31", "1.32", "1.31", ["tag"])).toEqual(["1.31", "1.32", 0]);
  });
  it("goes back to Palette's own", () => {
    expect(tag("1.30", "1.31", "1.31", "1.30")).toEqual(["1.30", "1.30", 0]);
  });

  const some = fc.constantFrom("1", "2", "3");
  it("is never lost without a word: it is the program's, or Palette's own or new one was not touched by the program", () => {
    fc.assert(
      fc.property(some, some, some, some, (base, applied, live, wanted) => {
        const { text, conflicts } = mergeTags({ base, applied, live, wanted });
        if (conflicts.length > 0) return text === live;
        return wanted === base ? text === live || text === base : text === wanted;
      }),
    );
  });
});

it("gives the same bytes for the same sides, however often", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), (n) => {
      const live = `${V2}extra: ${n}\n`;
      const first = mergePart(undefined, V1, mine, []);
      const [a, b] = [1, 2].map(() => mergePart(first.memory, live, mine, []));
      return a!.text === b!.text && sameYaml(a!.memory.base, b!.memory.base);
    }),
  );
});
