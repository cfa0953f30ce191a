import { type Certainty, findTextSecrets } from "./text-secrets";

function found(text: string): string[] {
  const list: string[] = [];
  findTextSecrets(text, (value, certainty: Certainty) => list.push(`${value} (${certainty})`));
  return list;
}

test.each([
  ["adminPassword: abc # a comment", ["abc (named)"]],
  ['{"apiToken": "a\\"b", "x": 1}', ['a"b (named)']],
  ["auth: {password: abc, x: 1}", ["abc (named)"]],
  ["password: 'it''s'", ["it's (named)"]],
  ["existingSecret: abc\nsecretName: abc\nkey: abc", []],
  ["clientSecret: abc", ["abc (guessed)"]],
  ["env:\n  - name: DB_PASSWORD\n    value: abc", ["abc (named)"]],
  ["env: [{name: DB_PASSWORD, value: abc}, {name: A, value: b}]", ["abc (named)"]],
  ["privateKey: |\n  line one\n  line two\nnext: 1", ["line one\nline two (named)"]],
  ["args:\n  - --db-password\n  - abc\n  - --verbose", ["abc (named)"]],
  ['args: ["--token", "abc", "--x"]', ["abc (named)"]],
  ["run --password=abc --token abc2", ["abc --token abc2 (named)", "abc2 (named)"]],
  ["url: postgres://me:abc@host/db", ["abc (named)"]],
  [
    "kind: Secret\nmetadata: {name: s}\ndata:\n  a: abc\n  b: |\n    d: e\n    f\ntype: Opaque",
    ["abc (declared)", "d: e\nf (declared)"],
  ],
  ["- kind: Secret\n  data:\n    a: abc\n\n    b: d\n- kind: Job\n  e: f", ["abc (declared)", "d (declared)"]],
  ["kind: ConfigMap\ndata: {a: b}\n---\nstringData: {x: abc, y: d}\nkind: Secret", ["abc (declared)", "d (declared)"]],
  ["x: |\n  kind: Secret\n  data:\n    a: abc\n  other: b", ["abc (declared)"]],
])("%j holds %j", (text, secrets) => {
  expect(found(text)).toEqual(secrets);
});

test.each([
  ["dashes", "-".repeat(300_000)],
  ["one word", `kind: Secret\ndata:\n  x${"y".repeat(300_000)}`],
  ["spaces behind a key", `password${" ".repeat(300_000)}`],
  ["many keys", "password: a\n".repeat(20_000)],
  ["Secrets without an end", "kind: Secret\ndata:\n".repeat(20_000)],
  ["maps without an end", "kind: Secret\ndata: {a: b,\n".repeat(20_000)],
  ["keys on one line", "password: a ".repeat(30_000)],
  ["maps in maps", '{"password":'.repeat(30_000)],
  ["addresses", "a://".repeat(80_000)],
])("A long text of %s is read in no time", (_, text) => {
  const started = performance.now();
  found(text);
  expect(performance.now() - started).toBeLessThan(5_000);
});
