import { UNKNOWN } from "../model/unknown";
import { addTags, requireTags } from "./required-tags";

const options = { required: ["owner", "tier"], defaults: { tier: "gold" } };

test("each missing key is told, with the default where there is one", () => {
  expect(requireTags({ tags: ["ownership:x"] }, options).map(({ message, fix }) => `${message} ${fix}`)).toEqual([
    'There is no tag "owner". Add "owner:…" to tags.',
    'There is no tag "tier". Add "tier:gold" to tags.',
  ]);
  expect(requireTags({}, options)).toHaveLength(2);
});

test("a tag counts with and without a value, and one that is not known may be any", () => {
  expect(requireTags({ tags: ["owner", "tier:silver"] }, options)).toEqual([]);
  expect(requireTags({ tags: ["owner", UNKNOWN] }, options)).toEqual([]);
  expect(requireTags({ tags: UNKNOWN }, options)).toEqual([]);
});

test("remediation adds what has a default, behind the tags that there are, and leaves the rest alone", () => {
  expect(addTags({ name: "a", tags: ["x"] }, options)).toEqual({ name: "a", tags: ["x", "tier:gold"] });
  expect(addTags({ name: "a" }, options)).toEqual({ name: "a", tags: ["tier:gold"] });
  expect(addTags({ tags: ["tier:silver"] }, options)).toBeUndefined();
});
