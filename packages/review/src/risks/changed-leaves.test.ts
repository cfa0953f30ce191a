import { changedLeaves } from "./changed-leaves";

test("What changes or goes within texts is told, with its place", () => {
  const change = {
    layer: "a",
    manifest: "m",
    within: "content",
    path: "x",
    kind: "change",
    before: 1,
    after: 2,
  } as const;
  const { before, ...removed } = { ...change, within: "values", kind: "remove", manifest: undefined } as const;
  expect(changedLeaves([change, { ...removed, before }])).toEqual([
    {
      kind: "change",
      path: "x",
      within: "content",
      before: 1,
      after: 2,
      place: { layer: "a", manifest: "m", path: "x" },
    },
    { kind: "remove", path: "x", within: "values", before: 1, after: 2, place: { layer: "a", path: "x" } },
  ]);
});

test("What comes, attributes, and what is never to be shown are not", () => {
  const change = { layer: "a", within: "values", path: "x", kind: "change", before: 1, after: 2 } as const;
  expect(
    changedLeaves([
      { ...change, sensitive: true },
      { ...change, kind: "add" },
    ]),
  ).toEqual([]);
  expect(changedLeaves([{ layer: "a", path: "tag", kind: "change", before: "1", after: "2" }])).toEqual([]);
});
