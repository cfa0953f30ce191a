import fc from "fast-check";
import { labelsOf, tagsOf } from "./tags";

describe("tags", () => {
  it.each([
    ["team", { team: "spectro__tag" }],
    ["team:platform", { team: "platform" }],
    ["url:http://x", { url: "http://x" }],
    ["empty:", { empty: "" }],
  ])("%s is kept by Palette as a label", (tag, labels) => {
    expect(labelsOf([tag])).toEqual(labels);
  });

  it("come back as they were written, whatever they hold (peer defect 7)", () => {
    const key = fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/);
    const tag = fc.oneof(
      key,
      fc.tuple(key, fc.string()).map(([k, v]) => `${k}:${v}`),
    );
    fc.assert(
      fc.property(fc.uniqueArray(tag, { selector: (it) => it.split(":")[0] }), (tags) => {
        fc.pre(!tags.some((it) => it.endsWith(":spectro__tag")));
        expect(tagsOf(labelsOf(tags))).toEqual([...tags].sort());
      }),
    );
  });
});
