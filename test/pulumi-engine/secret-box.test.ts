import { createSecretBox } from "./secret-box";

test("opens what the same passphrase closed, and nothing else", () => {
  const box = createSecretBox("one");
  const closed = box.close("canary");
  expect(closed).not.toContain("canary");
  expect(createSecretBox("one", box.salt).open(closed)).toBe("canary");
  expect(() => createSecretBox("two", box.salt).open(closed)).toThrow();
});
