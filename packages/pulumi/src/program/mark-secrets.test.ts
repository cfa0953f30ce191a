import * as pulumi from "@pulumi/pulumi";
import { markSecrets } from "./mark-secrets";

const PATH = "profileVariables.variables.defaultValue";

test("the value in each element becomes a secret, and nothing beside it", async () => {
  const args = { name: "p", profileVariables: { variables: [{ name: "a", defaultValue: "x" }, { name: "b" }] } };
  const marked = markSecrets(args, [PATH]) as typeof args;
  const [first, second] = marked.profileVariables.variables;
  expect(await pulumi.isSecret(first!.defaultValue as unknown as pulumi.Output<string>)).toBe(true);
  expect({ name: marked.name, first: first!.name, second }).toEqual({ name: "p", first: "a", second: { name: "b" } });
});

test.each([
  ["an output", () => ({ profileVariables: pulumi.output({ variables: [] }) })],
  ["a promise", () => ({ profileVariables: Promise.resolve({ variables: [] }) })],
])("%s on the way becomes a secret as a whole", async (_, args) => {
  const { profileVariables } = markSecrets(args(), [PATH]) as { profileVariables: pulumi.Output<unknown> };
  expect(await pulumi.isSecret(profileVariables)).toBe(true);
});

test("what does not hold the path stays as it is", () => {
  const args = { name: "p", profileVariables: undefined };
  expect(markSecrets(args, [PATH])).toEqual(args);
});
