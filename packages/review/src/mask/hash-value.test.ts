import { buildReview } from "../build";
import { readTerraformPlan } from "../inputs/terraform";
import { attributes, updatePlan } from "../testing/plan";
import { hashUnder } from "./hash-value";
import { everything } from "./leaks.test-support";

const SALT = "5f0c1d3b7a9e42868d3c";

test("Equal values have equal hashes, others have others, and so has another salt", () => {
  const hash = hashUnder(SALT);
  expect(hash("hunter2")).toMatch(/^[0-9a-f]{6}$/);
  expect(hash("hunter2")).toBe(hashUnder(SALT)("hunter2"));
  expect(hash({ a: 1, b: [2] })).toBe(hash({ b: [2], a: 1 }));
  const hashes = ["hunter2", "hunter3", "1", 1, true, null, ["1"], { a: 1 }].map(hash);
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(hashUnder("other")("hunter2")).not.toBe(hash("hunter2"));
  expect(hashUnder(undefined)("hunter2")).toBeUndefined();
  expect(["********", "(secret)"].map(hash)).toEqual([undefined, undefined]);
});

test("A masked change shows by two hashes that it changed, the same in two profiles, and the salt is nowhere", () => {
  const pair = (name: string, before: string, after: string) => ({
    before: attributes(name, [{ name: "web", values: `pin: {password: "${before}"}\n` }]),
    after: attributes(name, [{ name: "web", values: `pin: {password: "${after}"}\n` }]),
  });
  const input = readTerraformPlan(updatePlan([pair("a", "1111", "2222"), pair("b", "1111", "3333")]));
  const [a, b] = buildReview(input, { salt: SALT }).resources.map(({ changes }) => changes[0]!);
  expect(a).toMatchObject({ sensitive: true, before: { masked: true, hash: expect.stringMatching(/^[0-9a-f]{6}$/) } });
  expect(a!.before).toEqual(b!.before);
  expect(a!.after).not.toEqual(a!.before);
  expect(a!.after).not.toEqual(b!.after);
  expect(everything(input, { salt: SALT })).not.toContain(SALT);
  expect(buildReview(input).resources[0]!.changes[0]).toMatchObject({
    before: { masked: true },
    after: { masked: true },
  });
  expect(JSON.stringify(buildReview(input))).not.toContain("hash");
});
