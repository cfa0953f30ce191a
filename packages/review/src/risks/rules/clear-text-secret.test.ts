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
