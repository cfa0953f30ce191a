import fc from "fast-check";
import { hides, needlesIn, redacted } from "./needles";

test("a secret is known again as a whole, by its lines, and by the values in them", () => {
  const needles = needlesIn('db:\n  password: "hunter22"\n  list:\n    - first-one\n  on: true\n  size: 12\n');
  expect(needles).toEqual(expect.arrayContaining(["hunter22", "first-one"]));
  expect(needles).not.toContain("true");
  expect(needles).not.toContain("12");
  expect(redacted(needles, 'db.password is "hunter22", and it must not be')).toBe(
    'db.password is "[secret]", and it must not be',
  );
});

test("a text holds a secret at any depth", () => {
  expect(hides(["hunter22"], { a: ["x", { b: "the hunter22 is here" }] })).toBe(true);
  expect(hides(["hunter22"], { a: ["x", 7, undefined] })).toBe(false);
});

test("no secret of four letters or more is left in a text", () =>
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]{4,12}$/), fc.string(), fc.string(), (secret, before, after) => {
      fc.pre(!["true", "false", "null", "none"].includes(secret) && !"[secret]".includes(secret));
      expect(redacted(needlesIn(secret), `${before}${secret}${after}`)).not.toContain(secret);
    }),
  ));
