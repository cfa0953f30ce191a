import { statSync } from "node:fs";
import { join } from "node:path";
import type { V1ProjectsSummary } from "@palette-profiles/palette-api";
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
  expect(db.pragma("user_version", { simple: true })).toBe(3);
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

describe("a file of schema version 1", () => {
  /** The tables as version 1 had them. */
  const VERSION_1 = `
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE projects (uid TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, created TEXT NOT NULL) STRICT;
    CREATE TABLE registries (
      uid TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, scope TEXT NOT NULL, created TEXT NOT NULL
    ) STRICT;
    CREATE TABLE profiles (
      uid TEXT PRIMARY KEY, scope TEXT NOT NULL, project_uid TEXT NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL,
      type TEXT NOT NULL, cloud_type TEXT NOT NULL, labels TEXT NOT NULL, annotations TEXT NOT NULL,
      created TEXT NOT NULL, modified TEXT NOT NULL, UNIQUE (scope, project_uid, name, version)
    ) STRICT;
    CREATE TABLE templates (
      profile_uid TEXT NOT NULL REFERENCES profiles (uid) ON DELETE CASCADE, stage TEXT NOT NULL, packs TEXT NOT NULL,
      PRIMARY KEY (profile_uid, stage)
    ) STRICT;
    CREATE TABLE variables (
      profile_uid TEXT NOT NULL REFERENCES profiles (uid) ON DELETE CASCADE, position INTEGER NOT NULL,
      variable TEXT NOT NULL, PRIMARY KEY (profile_uid, position)
    ) STRICT;
    PRAGMA user_version = 1;
  `;
  const write = (name: string, more = "") => {
    const db = new Database(file(name));
    db.exec(VERSION_1 + more);
    db.close();
    return file(name);
  };

  test("is brought to the schema of today, keeps its profiles, and takes app profiles", async () => {
    const data = write(
      "version-1.db",
      `INSERT INTO projects VALUES ('aaaaaaaaaaaaaaaaaaaaaaaa', 'Default', '2026-01-01T00:00:00.000Z');
       INSERT INTO profiles VALUES ('bbbbbbbbbbbbbbbbbbbbbbbb', 'project', 'aaaaaaaaaaaaaaaaaaaaaaaa', 'old', '1.0.0',
         'add-on', 'all', '{}', '{}', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z');
       INSERT INTO templates VALUES ('bbbbbbbbbbbbbbbbbbbbbbbb', 'published', '[]');`,
    );
    const client = await startTestServer({ data });
    expect(await client.projectUid()).toBe("aaaaaaaaaaaaaaaaaaaaaaaa");
    expect((await client.call<V1ProjectsSummary>("POST", "/v1/dashboard/projects")).body.items).toMatchObject([
      { metadata: { name: "Default", labels: {} } },
    ]);
    expect(await readProfile(client, "bbbbbbbbbbbbbbbbbbbbbbbb")).toMatchObject({
      metadata: { name: "old" },
      spec: { published: { packs: [] } },
    });
    const body = { metadata: { name: "app" }, spec: { template: { appTiers: [{ name: "t" }] } } };
    expect((await client.call("POST", "/v1/appProfiles", { body })).status).toBe(201);
    await client.close();
    const db = new Database(data);
    expect(db.pragma("user_version", { simple: true })).toBe(3);
    db.close();
  });

  test("stays as it is when a step fails", async () => {
    const data = write("half-way.db", "CREATE TABLE app_tiers (of TEXT);");
    await expect(startTestServer({ data })).rejects.toThrow(
      /half-way\.db cannot be brought from schema version 1 to 3: .*app_tiers already exists/,
    );
    const db = new Database(data);
    expect(db.pragma("user_version", { simple: true })).toBe(1);
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE name = 'app_profiles'").all();
    expect(tables).toEqual([]);
    db.close();
  });
});
