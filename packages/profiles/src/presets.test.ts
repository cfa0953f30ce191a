import { presetsOf } from "./presets";

describe("presetsOf", () => {
  test("reads the comment, sorted, with or without white space", () => {
    expect(presetsOf("# spectrocloud.com/enabled-presets: B:two, A:one\npack: {}")).toEqual(["A:one", "B:two"]);
    expect(presetsOf("\n# a title\n# spectrocloud.com/enabled-presets: IPAM mode:ipam-kubernetes\n")).toEqual([
      "IPAM mode:ipam-kubernetes",
    ]);
  });

  test("finds none where the comment is missing, empty, or text of a block scalar", () => {
    expect(presetsOf("a: 1")).toEqual([]);
    expect(presetsOf("# spectrocloud.com/enabled-presets:\na: 1")).toEqual([]);
    expect(presetsOf("a: |\n  # spectrocloud.com/enabled-presets: A:b\n")).toEqual([]);
  });
});
