import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const CLI = resolve(__dirname, "../../packages/cli/bin/palette-profiles.cjs");
const DIFF = `${process.execPath} ${CLI} diff --git`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "palette-diff-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const write = (file: string, text: string) => writeFileSync(join(folder, file), text);

function run(program: string, words: string[], more: Record<string, string> = {}) {
  const environment = {
    PATH: process.env.PATH,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "Test",
    GIT_AUTHOR_EMAIL: "test@example.com",
    GIT_COMMITTER_NAME: "Test",
    GIT_COMMITTER_EMAIL: "test@example.com",
    ...more,
  };
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: folder, encoding: "utf8", env: environment });
  // The hashes of masked values are others each time.
  const plain = stdout.replace(/\(masked [0-9a-f]{6} -> [0-9a-f]{6}\)/g, "(masked, HASHES)");
  return { status, stdout: plain, stderr };
}
const git = (...words: string[]) => run("git", words);
const palette = (...words: string[]) => run(process.execPath, [CLI, "diff", ...words]);

/** A repository with two commits: values that change in one leaf, a comment and a password, a text file, and a renamed one. */
function repository(): void {
  git("init", "--quiet", ".");
  write("values.yaml", "web:\n  replicas: 1\n  password: Canary-one\n");
  write("notes.txt", "one\n");
  write("old.yaml", `a: 1\n${Array.from({ length: 9 }, (_, at) => `key-${at}: text of some length\n`).join("")}`);
  git("add", ".");
  git("commit", "--quiet", "-m", "one");
  write("values.yaml", "web: # the site\n  password: Canary-two\n  replicas: 2\n");
  write("notes.txt", "two\n");
  git("mv", "old.yaml", "new.yaml");
  write("new.yaml", `a: 2\n${Array.from({ length: 9 }, (_, at) => `key-${at}: text of some length\n`).join("")}`);
  git("add", ".");
  git("commit", "--quiet", "-m", "two");
}

test("Two files are compared leaf by leaf, masked, as text and as JSON", () => {
  write("a.yaml", "a: 1\nsecret: Canary-one\n");
  write("b.yaml", "# more\nsecret: Canary-two\na: 2\n");
  const text = palette("a.yaml", "b.yaml");
  expect(text).toEqual({
    status: 0,
    stderr: "",
    stdout: "a.yaml -> b.yaml\n    a: 1 -> 2\n    secret: (masked, HASHES)\n",
  });
  const json = palette("a.yaml", "b.yaml", "--format", "json", "--exit-code");
  expect(json.status).toBe(2);
  expect(JSON.parse(json.stdout)).toMatchObject({
    schemaVersion: 1,
    files: [{ comparison: { changes: [{ path: "a" }, { path: "secret" }] } }],
  });
  expect(json.stdout).not.toContain("Canary");
});

test("Formatting is told as such, and is no change", () => {
  write("a.yaml", "a: 1\nb: 2\n");
  write("b.yaml", "b: 2\na: 1 # one\n");
  expect(palette("a.yaml", "b.yaml", "--exit-code")).toEqual({
    status: 0,
    stderr: "",
    stdout: "a.yaml -> b.yaml\n    (formatting only)\n",
  });
});

test("What cannot be compared is told: one file, none there, no YAML, no such commit", () => {
  write("a.yaml", "a: 1\n");
  write("broken.yaml", "a: [1\n");
  repository();
  const told = (...words: string[]) => {
    const { status, stdout, stderr } = palette(...words);
    expect([status, stdout]).toEqual([1, ""]);
    return stderr;
  };
  expect(told("a.yaml")).toContain("Two files are compared, and 1 given");
  expect(told("a.yaml", "none.yaml")).toContain("none.yaml cannot be read");
  expect(told("a.yaml", "broken.yaml")).toMatch(/a\.yaml -> broken\.yaml: line \d+, column \d+: /);
  expect(told("nowhere:values.yaml", "values.yaml")).toContain("nowhere");
  expect(told("--refs", "main", "values.yaml")).toContain('"main" is no range of commits: write it as main..HEAD');
});

test("Files of commits are compared, and all that differ within a range", () => {
  repository();
  expect(palette("HEAD~1:values.yaml", "values.yaml").stdout).toBe(
    "HEAD~1:values.yaml -> values.yaml\n    web.replicas: 1 -> 2\n    web.password: (masked, HASHES)\n",
  );
  expect(palette("--refs", "HEAD~1..HEAD").stdout).toBe(
    "old.yaml -> new.yaml\n    a: 1 -> 2\nvalues.yaml\n    web.replicas: 1 -> 2\n    web.password: (masked, HASHES)\n",
  );
  expect(palette("--refs", "HEAD~1...", "values.yaml").stdout).toMatch(/^values\.yaml\n/);
});

test("As GIT_EXTERNAL_DIFF it tells YAML leaf by leaf and other files line by line, new and deleted ones too", () => {
  repository();
  write("added.yaml", "x: 1\n");
  git("rm", "--quiet", "new.yaml");
  git("add", ".");
  const { status, stdout } = run("git", ["diff", "HEAD~1"], { GIT_EXTERNAL_DIFF: DIFF });
  expect(status).toBe(0);
  expect(stdout).toContain("added.yaml (new)\n");
  expect(stdout).toContain("old.yaml (deleted)\n");
  expect(stdout).toContain("values.yaml\n    web.replicas: 1 -> 2\n");
  expect(stdout).toContain("diff --git a/notes.txt b/notes.txt\n");
  expect(stdout).toMatch(/--- a\/notes\.txt\n\+\+\+ b\/notes\.txt\n@@ -1 \+1 @@\n-one\n\+two\n/);
  expect(stdout).not.toContain("Canary");
});

test("As a diff driver of chosen files, git asks it for those alone, renamed ones too, in colours where a pager takes them", () => {
  repository();
  write(".gitattributes", "*.yaml diff=palette\n");
  git("config", "diff.palette.command", DIFF);
  const { stdout } = run("git", ["diff", "--find-renames", "HEAD~1", "HEAD"], { GIT_PAGER_IN_USE: "true" });
  const ESC = String.fromCharCode(27);
  expect(stdout).toContain(`${ESC}[1mold.yaml -> new.yaml${ESC}[22m\n`);
  expect(stdout).toContain("-one\n+two\n");
  expect(run("git", ["diff", "HEAD~1", "HEAD"]).stdout).not.toContain(ESC);
});

test("YAML that does not parse is told line by line to git", () => {
  git("init", "--quiet", ".");
  write("a.yaml", "a: [1\n");
  git("add", ".");
  write("a.yaml", "a: [2\n");
  const { status, stdout } = run("git", ["diff"], { GIT_EXTERNAL_DIFF: DIFF });
  expect([status, stdout]).toEqual([0, expect.stringContaining("-a: [1\n+a: [2\n")]);
});
