import { statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { createPublished, profileBody, readProfile, startTestServer, temporaryFolder } from "../test-support";

const folder = temporaryFolder();
afterAll(() => folder.remove());
const file = (name: string) => join(folder.path, name);

test("what was written, its project, and the random key are there after a restart", async () => {
  const data = file("restart.db");
  const first = await startTestServer({ data });
  const project = await first.projectUid();
  const packs = [
    { name: "nginx", tag: "1.11.4", values: "a: '{{.spectro.var.v}}'" },
    { name: "m", type: "manifest", manifests: [{ name: "ns", content: "kind: Namespace" }] },
  ];
  const variables = [{ name: "v", isSensitive: true, defaultValue: "secret" }];
  const uid = await createPublished(first, profileBody("kept", packs, { variables }), project);
  const before = await readProfile(first, uid);
  await first.close();

  const second = await startTestServer({ data });
  expect(second.server.apiKey).toBe(first.server.apiKey);
  expect(await second.projectUid()).toBe(project);
  expect(await readProfile(second, uid)).toEqual(before);
  await second.close();
});

test("a second server on the same file is refused at once, and can start when the first has ended", async () => {
  const data = file("locked.db");
  const first = await startTestServer({ data });
  const began = Date.now();
  await expect(startTestServer({ data })).rejects.toThrow(/locked\.db is in use by another palette server/);
  expect(Date.now() - began).toBeLessThan(1000);
  expect((await first.call("GET", "/v1/packs")).status).toBe(200);
  await first.close();
  await (await startTestServer({ data })).close();
});

test("the data file is for its owner alone, and durable", async () => {
  const data = file("owner.db");
  await (await startTestServer({ data })).close();
  expect(statSync(data).mode & 0o777).toBe(0o600);
  const db = new Database(data);
  expect(db.pragma("journal_mode", { simple: true })).toBe("wal");
  expect(db.pragma("user_version", { simple: true })).toBe(1);
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  db.close();
});

test("a file of a newer server is refused and left as it is", async () => {
  const data = file("newer.db");
  await (await startTestServer({ data })).close();
  const db = new Database(data);
  db.pragma("user_version = 99");
  db.close();
  await expect(startTestServer({ data })).rejects.toThrow(/schema version 99, written by a newer palette server/);
});

test("a file that is something else is refused", async () => {
  const text = folder.write("text.db", "this is a letter, not a database, and it should stay one\n".repeat(20));
  await expect(startTestServer({ data: text })).rejects.toThrow(/text\.db is not a data file/);
  const foreign = new Database(file("foreign.db"));
  foreign.exec("CREATE TABLE songs (name TEXT)");
  foreign.close();
  await expect(startTestServer({ data: file("foreign.db") })).rejects.toThrow(/not a data file of a palette server/);
  await expect(startTestServer({ data: join(folder.path, "no/such/folder.db") })).rejects.toThrow(/cannot be opened/);
});
