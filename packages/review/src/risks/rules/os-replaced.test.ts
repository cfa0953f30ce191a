import { findings, messages } from "../risk.test-support";
import { osReplaced } from "./os-replaced";

test("Another pack in the place of the old one is told once, at the old one", () => {
  expect(findings(osReplaced, osReplaced.example)).toEqual([
    { layer: "ubuntu-aws", message: "The operating system layer goes from ubuntu-aws to rhel-aws." },
  ]);
});

test("The same pack in another version, under another name, or beside another one is not", () => {
  const layer = { name: "ubuntu-aws", tag: "1.0.0" };
  expect(messages(osReplaced, [layer], [{ ...layer, tag: "2.0.0" }])).toEqual([]);
  expect(messages(osReplaced, [layer], [{ ...layer, name: "my--ubuntu-aws" }])).toEqual([]);
  expect(messages(osReplaced, [layer], [layer, { name: "rhel-aws" }])).toEqual([]);
  expect(messages(osReplaced, [layer], [{ name: "nginx" }])).toEqual([]);
});

test("A profile that comes or goes as a whole is not", () => {
  const packs = [{ name: "ubuntu-aws" }];
  expect(findings(osReplaced, { impact: "create", after: { packs } })).toEqual([]);
  expect(findings(osReplaced, { impact: "destroy", before: { packs } })).toEqual([]);
});
