import { findings, messages } from "../risk.test-support";
import { cniReplaced } from "./cni-replaced";

test("Another pack in the place of the old one is told once, at the old one", () => {
  expect(findings(cniReplaced, cniReplaced.example)).toEqual([
    { layer: "cni-calico", message: "The network layer goes from cni-calico to cni-cilium-oss." },
  ]);
});

test("The same pack in another version, under another name, or beside another one is not", () => {
  const layer = { name: "cni-calico", tag: "1.0.0" };
  expect(messages(cniReplaced, [layer], [{ ...layer, tag: "2.0.0" }])).toEqual([]);
  expect(messages(cniReplaced, [layer], [{ ...layer, name: "my--cni-calico" }])).toEqual([]);
  expect(messages(cniReplaced, [layer], [layer, { name: "cni-cilium-oss" }])).toEqual([]);
  expect(messages(cniReplaced, [layer], [{ name: "cni-multus" }])).toEqual([]);
});

test("A profile that comes or goes as a whole is not", () => {
  const packs = [{ name: "cni-calico" }];
  expect(findings(cniReplaced, { impact: "create", after: { packs } })).toEqual([]);
  expect(findings(cniReplaced, { impact: "destroy", before: { packs } })).toEqual([]);
});
