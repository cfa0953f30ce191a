import { mayHoldSecret } from "./secret-names";

test.each([
  "adminPassword: x\n",
  "env:\n  - {name: DB_PASSWORD, value: x}\n",
  '{"api-key":"x"}',
  "kind: Secret\n",
  "auths: {}\n",
  `${"a".repeat(100)}: 1\n"x y/api.key": z\n`,
])("%j may hold a secret", (text) => {
  expect(mayHoldSecret(text)).toBe(true);
});

test.each(["secretName: x\n", "key: x\n", "tokenTTL: 5\n", "existingSecret: x\n", "keys: 3\n", ""])(
  "%j does not",
  (text) => {
    expect(mayHoldSecret(text)).toBe(false);
  },
);

test("A long line without an end costs no time", () => {
  const started = performance.now();
  expect(mayHoldSecret("key".repeat(100_000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(1_000);
});
