import { type App, Aspects } from "cdktf";
import { ClusterProfile, ForbidLatest, TagProfiles } from "../index";
import { problemsOf, stackWith } from "../providers/stacks.test-support";

test("An aspect of this package on the app, which CDKTF does not visit, is told", () => {
  const stack = stackWith();
  const app = stack.node.root as App;
  Aspects.of(app).add(new ForbidLatest());
  Aspects.of(app).add(new ForbidLatest());
  Aspects.of(app).add({ visit: () => undefined });
  Aspects.of(stack).add(new TagProfiles({ tags: ["team:platform"] }));
  new ClusterProfile(stack, "add-ons", { name: "add-ons" });
  expect(problemsOf(stack)).toEqual([
    "CDKTF does not visit aspects that are added to the app, so ForbidLatest has no effect; add it to each stack",
  ]);
});
