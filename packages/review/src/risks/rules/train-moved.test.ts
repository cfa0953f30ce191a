import { findings } from "../risk.test-support";
import { trainMoved } from "./train-moved";

const told = (from: string, to: string) =>
  findings(trainMoved, {
    before: { packs: [{ name: "cni-calico", tag: from }] },
    after: { packs: [{ name: "cni-calico", tag: to }] },
  });

test("Another train, and getting on one, are told", () => {
  expect(told("3.27.x", "3.28.x")).toEqual([
    { layer: "cni-calico", path: "tag", message: "It moves from the train 3.27.x onto the train 3.28.x." },
  ]);
  expect(told("3.27.2", "3.x")).toMatchObject([{ message: "It gets off the version 3.27.2 onto the train 3.x." }]);
});

test("Getting off a train is less grave", () => {
  expect(told("3.27.x", "3.27.2")).toEqual([
    {
      layer: "cni-calico",
      path: "tag",
      severity: "low",
      message: "It leaves the train 3.27.x for 3.27.2: clusters may have followed the train beyond that.",
    },
  ]);
});

test("Exact versions, and a train that stays, are not", () => {
  expect(told("3.27.2", "3.28.0")).toEqual([]);
  expect(told("3.27.x", "3.27.x")).toEqual([]);
});
