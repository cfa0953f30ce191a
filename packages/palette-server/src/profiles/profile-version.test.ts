import { createPublished, profileBody, readProfile, startTestServer } from "../test-support";
import { storedVersion } from "./profile-version";

test.each([
  ["1.2", "1.2.0"],
  ["1", "1.0.0"],
  ["v1.2.3", "1.2.3"],
  ["1.2.3-rc.1", "1.2.3-rc.1"],
  ["1.2.3+build.5", "1.2.3+build.5"],
  ["", "1.0.0"],
])("Palette 4.10 keeps %p as %p", (given, kept) => {
  expect(storedVersion("4.10", given)).toBe(kept);
});

test.each(["2.2.2.develop", "b0.0.1", "V1.2.3", "1.2.3.4", "latest"])("Palette 4.10 refuses %p", (given) => {
  expect(() => storedVersion("4.10", given)).toThrow(/not a semantic version/);
});

test.each(["4.8", "4.9"] as const)("Palette %s keeps any text", (palette) => {
  for (const text of ["1.2", "v1.2.3", "2.2.2.develop"]) expect(storedVersion(palette, text)).toBe(text);
});

test("a server of 4.10 knows a version by its meaning when it looks whether one is taken", async () => {
  const client = await startTestServer({ paletteVersion: "4.10" });
  const uid = await createPublished(client, profileBody("web", [], { version: "v1.2.0" }));
  expect((await readProfile(client, uid)).spec?.published?.profileVersion).toBe("1.2.0");
  const free = await client.call("GET", "/v1/clusterprofiles/validate/name?name=web&version=1.2");
  expect(free.status).toBe(409);
  await client.close();
});
