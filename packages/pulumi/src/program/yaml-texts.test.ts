import * as pulumi from "@pulumi/pulumi";
import { yamlTexts } from "./yaml-texts";

const resolved = <T>(value: T) => new Promise((resolve) => pulumi.output(value).apply(resolve));
const text = (overrides: unknown) => resolved(yamlTexts({ packs: [{ name: "a", overrides }] }, ["packs.overrides"]));
const is = (overrides: unknown) => ({ packs: [{ name: "a", overrides }] });

test("an object becomes YAML that old and new readers take alike; YAML stays as it is", async () => {
  expect(await text({ charts: { a: { on: "yes", m: 2 } } })).toEqual(is('charts:\n  a:\n    "on": "yes"\n    m: 2\n'));
  expect(await text("# why\na:   1\n")).toEqual(is("# why\na:   1\n"));
  expect(await text(undefined)).toEqual(is(undefined));
  expect(await text(7)).toEqual(is(7));
});

test("outputs within an object, around it, and around the list are waited for", async () => {
  expect(await text({ a: pulumi.output(2), b: [Promise.resolve("x")] })).toEqual(is("a: 2\nb:\n  - x\n"));
  expect(await text(pulumi.output({ a: 2 }))).toEqual(is("a: 2\n"));
  const packs = pulumi.output([{ name: "a", overrides: { a: 1 } }]);
  expect(await resolved(yamlTexts({ packs }, ["packs.overrides"]))).toEqual(is("a: 1\n"));
});

test("a secret within an object makes the YAML a secret", async () => {
  const args = yamlTexts({ overrides: { a: pulumi.secret("x") } }, ["overrides"]) as {
    overrides: pulumi.Output<string>;
  };
  expect(await pulumi.isSecret(args.overrides)).toBe(true);
});
