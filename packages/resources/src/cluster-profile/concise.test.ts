import { concise as conciseApp } from "../app-profile/concise";
import { concise } from "./concise";

const found = { tag: "1.11.4", registryName: "Public Repo", registryUid: "r" };

describe("a generated config", () => {
  it("names a layer's pack by registry, name and tag, so that another tag brings another pack", () => {
    const packs = [
      { name: "nginx", uid: "u", ...found },
      { name: "ns", type: "manifest", uid: "m", manifests: [] },
    ];
    expect(concise({ name: "web", packs })).toEqual({
      name: "web",
      packs: [
        { name: "nginx", tag: "1.11.4", registryName: "Public Repo" },
        { name: "ns", type: "manifest", manifests: [] },
      ],
    });
  });

  it("keeps the uids from which alone a pack can be found", () => {
    const packs = [
      { name: "a", uid: "u", registryUid: "r", tag: "1" },
      { name: "b", uid: "u", registryName: "R" },
    ];
    expect(concise({ packs })).toEqual({ packs });
    expect(concise({ name: "none" })).toEqual({ name: "none" });
  });

  it("does the same for tiers", () => {
    expect(conciseApp({ tiers: [{ name: "db", sourceAppTier: "u", ...found }] })).toEqual({
      tiers: [{ name: "db", tag: "1.11.4", registryName: "Public Repo" }],
    });
    const tiers = [{ name: "db", sourceAppTier: "u", registryUid: "r" }];
    expect(conciseApp({ tiers })).toEqual({ tiers });
  });
});
