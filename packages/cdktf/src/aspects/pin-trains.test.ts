import { Aspects } from "cdktf";
import { ClusterProfile, PinTrains } from "../index";
import { stackWith } from "../providers/stacks.test-support";
import { annotationsOf } from "./findings.test-support";

test("A train is told, and latest is left to another aspect", () => {
  const stack = stackWith();
  Aspects.of(stack).add(new PinTrains({ except: ["csi"] }));
  const profile = new ClusterProfile(stack, "infra", { name: "infra", type: "infra" });
  profile.addPack({ name: "kubernetes", tag: "1.30.x" });
  profile.addPack({ name: "csi", tag: "1.x" });
  profile.addPack({ name: "cni", tag: "latest" });
  expect(annotationsOf(stack)).toEqual([
    'error [platform/infra] palette-pinned-tags: layer "kubernetes", tag: The tag "1.30.x" of "kubernetes" moves by itself. ' +
      "Write an exact version, such as the one that the resource's resolvedTag shows.",
  ]);
});

test("A layer that an aspect before it has added counts, and one of an aspect behind it does not", () => {
  const stack = stackWith();
  const adds = (name: string) => ({
    visit: (node: unknown) => {
      if (node instanceof ClusterProfile) node.addPack({ name, tag: "1.x" });
    },
  });
  for (const aspect of [adds("before"), new PinTrains(), adds("behind")]) Aspects.of(stack).add(aspect);
  new ClusterProfile(stack, "add-ons", { name: "add-ons" });
  expect(annotationsOf(stack)).toEqual([expect.stringContaining('layer "before", tag')]);
});

test("A level that is none is refused where it is given", () => {
  expect(() => new PinTrains({ level: "off" })).toThrow('UnknownLevel: the level of PinTrains is "off"');
});
