import { findings, messages } from "../risk.test-support";
import { clearTextSecret } from "./clear-text-secret";

const layer = (values: string) => ({ name: "shop", values });

test("A secret that is written in clear is told by its place alone", () => {
  expect(findings(clearTextSecret, clearTextSecret.example)).toEqual([
    { layer: "shop", path: "db.password", message: "What looks like a secret stands in clear." },
  ]);
});

test("One that stood there counts where it changes, and not where it stays", () => {
  const before = layer("db: {password: canary-one}\na: 1\n");
  expect(messages(clearTextSecret, [before], [layer("db: {password: canary-two}\na: 1\n")])).toHaveLength(1);
  expect(messages(clearTextSecret, [before], [layer("db: {password: canary-one}\na: 2\n")])).toEqual([]);
});

test("References and what only names a secret are none", () => {
  const values = 'password: "{{.spectro.var.password}}"\nsecretName: db\n';
  expect(messages(clearTextSecret, [], [layer(values)])).toEqual([]);
});

test("An entry of a list without a name counts where it changes", () => {
  const users = (password: string) => layer(`users:\n  - {login: a, password: ${password}}\n`);
  expect(messages(clearTextSecret, [users("canary-one")], [users("canary-two")])).toHaveLength(1);
});

test("The default of a variable is told where it comes or its mark goes, and not where it is sensitive", () => {
  const side = (variable: object) => ({ variables: [{ name: "db_password", ...variable }] });
  const clear = { defaultValue: "canary-one" };
  const told = { variable: "db_password", message: "Its default looks like a secret, and stands in clear." };
  expect(findings(clearTextSecret, { after: side(clear) })).toEqual([told]);
  expect(findings(clearTextSecret, { before: side({ ...clear, isSensitive: true }), after: side(clear) })).toEqual([
    told,
  ]);
  expect(findings(clearTextSecret, { before: side({}), after: side({ ...clear, isSensitive: true }) })).toEqual([]);
  expect(findings(clearTextSecret, { before: side(clear), after: side({ ...clear, required: true }) })).toEqual([]);
});
