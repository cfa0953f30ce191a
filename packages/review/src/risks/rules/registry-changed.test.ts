import { findings, messages } from "../risk.test-support";
import { registryChanged } from "./registry-changed";

const told = (from: object, to: object) =>
  messages(registryChanged, [{ name: "vault", ...from }], [{ name: "vault", ...to }]);

test("Another registry of the same pack is told by name", () => {
  expect(findings(registryChanged, registryChanged.example)).toEqual([
    {
      layer: "vault",
      path: "registryName",
      message: 'It comes from "Palette Community Registry" and no longer from "Public Repo".',
    },
  ]);
});

test("Where a side has no name it is told by uid", () => {
  const uids = ["5eecc89d0b150045ae661cef", "64eaff453040297344bcad5d"] as const;
  expect(told({ registryUid: uids[0] }, { registryUid: uids[1], registryName: "Public Repo" })).toEqual([
    `It comes from the registry ${uids[1]} and no longer from the registry ${uids[0]}.`,
  ]);
});

test("The same name, a side that is not known, and another pack are not", () => {
  expect(told({ registryName: "a", registryUid: "1" }, { registryName: "a", registryUid: "2" })).toEqual([]);
  expect(told({}, { registryName: "a" })).toEqual([]);
  expect(
    messages(registryChanged, [{ name: "vault", registryName: "a" }], [{ name: "consul", registryName: "b" }]),
  ).toEqual([]);
  const marked = { sensitive: ["registryName"] };
  expect(told({ registryName: "a", ...marked }, { registryName: "b", ...marked })).toEqual([]);
});
