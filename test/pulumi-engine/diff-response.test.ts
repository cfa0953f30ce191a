import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { diffOf } from "./diff-response";

const { ADD, UPDATE, UPDATE_REPLACE } = proto.PropertyDiff.Kind;
const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;

interface Answer {
  changes?: 0 | 1 | 2;
  diffs?: string[];
  replaces?: string[];
  detailed?: Record<string, 0 | 1 | 2 | 3 | 4 | 5>;
  says?: boolean;
}

function answer({ changes = DIFF_SOME, diffs = [], replaces = [], detailed = {}, says = true }: Answer) {
  const response = new proto.DiffResponse().setChanges(changes).setDiffsList(diffs).setReplacesList(replaces);
  for (const [path, kind] of Object.entries(detailed)) {
    response.getDetaileddiffMap().set(path, new proto.PropertyDiff().setKind(kind).setInputdiff(true));
  }
  return response.setHasdetaileddiff(says);
}

test("a provider's diff is read with its paths, kinds and replacements", () => {
  const response = answer({
    diffs: ["packs", "cloud"],
    replaces: ["cloud"],
    detailed: { "packs[1].tag": ADD, cloud: UPDATE_REPLACE },
  });
  expect(diffOf("it", response)).toEqual({
    changes: "some",
    changed: ["packs", "cloud"],
    replaces: ["cloud"],
    deleteBeforeReplace: false,
    detailed: {
      "packs[1].tag": { kind: "add", replace: false, inputDiff: true },
      cloud: { kind: "update", replace: true, inputDiff: true },
    },
  });
  expect(diffOf("it", answer({ changes: DIFF_NONE, says: false }))).not.toHaveProperty("detailed");
});

test.each<[string, Answer, string]>([
  ["a top-level key without a path", { diffs: ["a"] }, "a is in diffs, and no path of detailedDiff is"],
  ["a path without its top-level key", { detailed: { "a.b": UPDATE } }, "a.b is not in diffs"],
  ["a key twice", { diffs: ["a", "a"], detailed: { a: UPDATE } }, "diffs has a more than once"],
  [
    "a detailed diff that is not announced",
    { detailed: { a: UPDATE }, says: false },
    "hasDetailedDiff does not say so",
  ],
  ["no changes, and some", { changes: DIFF_NONE, diffs: ["a"], detailed: { a: UPDATE } }, "yet there are some"],
  [
    "a replacement that no path has",
    { diffs: ["a"], replaces: ["a"], detailed: { a: UPDATE } },
    "a replaces, and no path",
  ],
  ["a replacement that only a path has", { diffs: ["a"], detailed: { a: UPDATE_REPLACE } }, "a path of a replaces"],
])("%s breaks the protocol, and is told", (_, given, told) => {
  expect(() => diffOf("urn-of-it", answer(given))).toThrow(told);
  expect(() => diffOf("urn-of-it", answer(given))).toThrow("urn-of-it: the provider's diff breaks the protocol");
});
