import { heldTrain } from "./train";

const before = { uid: "a", tag: "1.11.x", resolvedTag: "1.11.4", registryUid: "r" };
const live = { uid: "b", tag: "1.11.x", resolvedTag: "1.11.5", registryUid: "r" };

describe("a layer that follows a train", () => {
  it("stays at the release that it was given with", () => {
    expect(heldTrain(live, before)).toEqual({ uid: "a", resolvedTag: "1.11.4" });
  });

  it("is what Palette says where the tag or the registry is another, exact, or was not known", () => {
    expect(heldTrain(live, undefined)).toEqual({});
    expect(heldTrain(live, { ...before, uid: undefined })).toEqual({});
    expect(heldTrain({ ...live, tag: "1.x" }, before)).toEqual({});
    expect(heldTrain({ ...live, registryUid: "s" }, before)).toEqual({});
    expect(heldTrain({ ...live, tag: "1.11.5" }, { ...before, tag: "1.11.5" })).toEqual({});
  });
});
