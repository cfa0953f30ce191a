import { findings, messages } from "../risk.test-support";
import { csiReplaced } from "./csi-replaced";

test("Another pack in the place of the old one is told once, at the old one", () => {
  expect(findings(csiReplaced, csiReplaced.example)).toEqual([
    { layer: "csi-aws-ebs", message: "The storage layer goes from csi-aws-ebs to csi-portworx-aws." },
  ]);
});

test("The same pack in another version, under another name, or beside another one is not", () => {
  const layer = { name: "csi-aws-ebs", tag: "1.0.0" };
  expect(messages(csiReplaced, [layer], [{ ...layer, tag: "2.0.0" }])).toEqual([]);
  expect(messages(csiReplaced, [layer], [{ ...layer, name: "my--csi-aws-ebs" }])).toEqual([]);
  expect(messages(csiReplaced, [layer], [layer, { name: "csi-portworx-aws" }])).toEqual([]);
  expect(messages(csiReplaced, [layer], [{ name: "csi-longhorn-addon" }])).toEqual([]);
});

test("A profile that comes or goes as a whole is not", () => {
  const packs = [{ name: "csi-aws-ebs" }];
  expect(findings(csiReplaced, { impact: "create", after: { packs } })).toEqual([]);
  expect(findings(csiReplaced, { impact: "destroy", before: { packs } })).toEqual([]);
});
