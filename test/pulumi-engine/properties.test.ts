import { containsSecret, markSecrets, mask, reveal, sameProperties, secret } from "./properties";

test("what was secret going in is secret coming out, a list as a whole", () => {
  const ins = { a: secret("x"), list: [{ b: secret("y") }], deep: { c: secret("z") }, gone: secret("w") };
  expect(markSecrets({ a: "x", list: [{ b: "y" }], deep: { c: "z", d: 1 }, e: 2 }, ins)).toEqual({
    a: secret("x"),
    list: secret([{ b: "y" }]),
    deep: { c: secret("z"), d: 1 },
    e: 2,
  });
});

test("secrets are shown to the provider and hidden from people", () => {
  const value = { list: [secret({ a: secret(1) })] };
  expect(containsSecret(value)).toBe(true);
  expect(reveal(value)).toEqual({ list: [{ a: 1 }] });
  expect(mask(value)).toEqual({ list: ["[secret]"] });
});

test("properties are the same whatever the order of keys, and a secret as what it holds", () => {
  expect(sameProperties({ a: 1, b: [secret("x")] }, { b: ["x"], a: 1 })).toBe(true);
  expect(sameProperties({ a: [1] }, { a: [1, 2] })).toBe(false);
  expect(sameProperties({ a: undefined }, {})).toBe(true);
});
