import { s } from "./schema";
import { sameValue } from "./values";

test.each<[string, ReturnType<typeof s.string>, unknown, unknown, boolean]>([
  ["an empty text and the default", s.string({ description: "", optional: true, default: "all" }), "", "all", true],
  ["an empty text and another", s.string({ description: "", optional: true, default: "all" }), "aws", "", false],
  ["an empty text and a text, without a default", s.string({ description: "", optional: true }), "", "all", false],
  [
    "an absent text and the default",
    s.string({ description: "", optional: true, default: "all" }),
    undefined,
    "all",
    false,
  ],
])("%s: the same or not", (_, attribute, a, b, same) => {
  expect(sameValue(attribute, a, b)).toBe(same);
});
