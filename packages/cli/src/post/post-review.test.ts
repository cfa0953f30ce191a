import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type FakeForge, fakeForge } from "./fake-forge.test-support";
import { forgeCalls } from "./http";
import { type ForgeName, postReview } from "./post-review";

const TOKEN = "ghs_canaryTokenThatIsNowhere";
const marker = "palette-profiles-review default";
const review = (text: string, isNews = true) => ({ marker, isNews, markdown: `<!-- ${marker} -->\n${text}\n` });

let forge: FakeForge;
let folder: string;
beforeEach(async () => {
  forge = await fakeForge();
  folder = mkdtempSync(join(tmpdir(), "palette-post-"));
  writeFileSync(join(folder, "event.json"), JSON.stringify({ pull_request: { number: 12, head: { sha: "newest" } } }));
});
afterEach(async () => {
  await forge.close();
  rmSync(folder, { recursive: true, force: true });
});

const github = () => ({
  GITHUB_API_URL: forge.url,
  GITHUB_REPOSITORY: "o/r",
  GITHUB_TOKEN: TOKEN,
  GITHUB_EVENT_PATH: join(folder, "event.json"),
  GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
});
const gitlab = () => ({
  CI_API_V4_URL: forge.url,
  CI_PROJECT_ID: "34",
  CI_MERGE_REQUEST_IID: "12",
  CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: "newest",
  GITLAB_TOKEN: TOKEN,
});
const environments = { github, gitlab };
const writes = () => forge.calls.filter((call) => !/^GET |graphql$/.test(call));
/** What the forge answers to the calls that make a comment, or list them. */
const onCreate = /^POST .*(?:comments|notes)$/;
const onList = /^GET .*(?:comments|notes)\?/;

describe.each(["github", "gitlab"] as const)("%s", (name: ForgeName) => {
  const post = (text: string, isNews = true) => postReview(name, review(text, isNews), environments[name]());

  test("The first run makes a comment, later ones edit it in place, and the same review writes nothing", async () => {
    expect(await post("one")).toContain("is a new comment on");
    expect(await post("two")).toContain("is up to date");
    expect(forge.notes.map(({ body }) => body)).toEqual([review("two").markdown]);
    const before = writes().length;
    await post("two");
    expect(writes()).toHaveLength(before);
    expect(forge.tokens[0]).toContain(TOKEN);
  });

  test("It is found on a later page, of several only one stays, and the comments of others stay as they are", async () => {
    const others = Array.from({ length: 150 }, (_, at) => ({
      id: at + 1,
      body: at === 3 ? review("of another bot").markdown : "hello",
      user: { login: "other[bot]", type: "Bot" },
      author: { id: 1 },
    }));
    const own = (id: number) => ({
      ...others[0]!,
      id,
      body: review("old").markdown,
      user: { login: "github-actions[bot]", type: "Bot" },
      author: { id: 7 },
    });
    forge.notes.push(...others, own(201), own(202));
    await post("new");
    expect(forge.notes).toHaveLength(151);
    expect(forge.notes.at(-1)).toMatchObject({ id: 201, body: review("new").markdown });
  });

  test("What another run removed meanwhile is no error", async () => {
    const old = {
      body: review("old").markdown,
      user: { login: "github-actions[bot]", type: "Bot" },
      author: { id: 7 },
    };
    forge.notes.push({ ...old, id: 1 }, { ...old, id: 2 });
    Object.assign(forge, { on: /^DELETE /, next: [{ status: 404, body: { message: "Not Found" } }] });
    expect(await post("new")).toContain("is up to date");
  });

  test("A forge that asks for more than a minute and a half is not kept waiting for, nor asked too early", async () => {
    forge.next = [{ status: 429, headers: { "retry-after": "3600" }, body: { message: "Later" } }];
    await expect(post("one")).rejects.toThrow('answers 429 to GET /user: "Later"');
    expect(forge.calls).toHaveLength(1);
  });

  test("Where nothing changes no comment is made, and one that is there says so", async () => {
    expect(await post("none", false)).toContain("Nothing changes");
    expect(writes()).toEqual([]);
    await post("some");
    await post("none", false);
    expect(forge.notes[0]?.body).toBe(review("none").markdown);
  });

  test("A run for an older commit leaves the comment alone", async () => {
    await post("newer");
    forge.head = "newer still";
    expect(await post("older")).toContain("has newer commits");
    expect(forge.notes[0]?.body).toBe(review("newer").markdown);
  });

  test("What fails for a while is tried again, when the forge says so", async () => {
    forge.next = [
      { status: 429, headers: { "retry-after": "0" } },
      { status: 503, headers: { "retry-after": "0" } },
    ];
    expect(await post("one")).toContain("is a new comment on");
    expect(forge.notes).toHaveLength(1);
  });

  test("A comment whose answer is lost is not made twice, and the review is told elsewhere", async () => {
    Object.assign(forge, { on: onCreate, next: [{ status: 502, body: { message: "Bad Gateway" } }] });
    await expect(post("one")).rejects.toThrow(/answers 502 to POST \S+: "Bad Gateway"/);
    expect(writes()).toHaveLength(1);
    if (name === "github") expect(readFileSync(join(folder, "summary.md"), "utf8")).toContain("one");
  });

  test("Redirects are not followed, since they could take the token elsewhere", async () => {
    const elsewhere = await fakeForge();
    forge.next = [{ status: 302, headers: { location: `${elsewhere.url}/user` } }];
    await expect(post("one")).rejects.toThrow("answers 302 to GET /user, a redirect, which is not followed");
    expect(elsewhere.calls).toEqual([]);
    await elsewhere.close();
  });

  test("What fails when it asks whose the token is, is no permission to change comments of others", async () => {
    forge.next = Array.from({ length: 4 }, () => ({ status: 500, headers: { "retry-after": "0" } }));
    await expect(post("one")).rejects.toThrow("answers 500 to GET /user");
    expect(writes()).toEqual([]);
  });

  test("An answer that is no JSON is told as such, and not quoted", async () => {
    Object.assign(forge, { on: onList, next: [{ status: 200, body: "<html>Sign in</html>" }] });
    await expect(post("one")).rejects.toThrow(/^Git(Hub|Lab) answers 200 to GET \S+ with something else than JSON$/);
  });

  test("No error holds the token", async () => {
    Object.assign(forge, { on: onCreate, next: [{ status: 422, body: { message: "Validation Failed" } }] });
    const error = await post("one").catch((failed: Error) => failed);
    expect(String(error)).toContain("Validation Failed");
    expect(JSON.stringify([String(error), (error as Error).stack])).not.toContain(TOKEN);
  });
});

test("Where the token may not write, on pull requests of forks, the review goes into the job's summary", async () => {
  const refusal = { status: 403, body: { message: "Resource not accessible by integration" } };
  Object.assign(forge, { on: onCreate, next: [refusal] });
  const told = await postReview("github", review("one"), github());
  expect(told).toMatch(
    /^The review is in the job's summary and not posted: the token may not do that \(GitHub answers 403 /,
  );
  expect(readFileSync(join(folder, "summary.md"), "utf8")).toContain("one");
});

test.each([
  ["github", { GITHUB_TOKEN: "" }, "GITHUB_TOKEN is not set"],
  ["github", { GITHUB_REPOSITORY: "" }, "this is no workflow of GitHub Actions"],
  ["github", { GITHUB_EVENT_PATH: "/nowhere", GITHUB_REF: "refs/heads/main" }, "the workflow runs for no pull request"],
  ["gitlab", { GITLAB_TOKEN: "" }, "GITLAB_TOKEN is not set"],
  ["github", { GITHUB_TOKEN: "canary\ntoken" }, "GITHUB_TOKEN holds characters that no token has"],
  ["gitlab", { GITLAB_TOKEN: "canary\ntoken" }, "GITLAB_TOKEN holds characters that no token has"],
  ["gitlab", { CI_MERGE_REQUEST_IID: "" }, "the job runs for no merge request"],
] as const)("%s with %p: no call, and it is said that %s", async (name, more, message) => {
  const told = await postReview(name, review("one"), { ...environments[name](), ...more });
  expect(told).toContain(message);
  expect(told).not.toContain("canary");
  expect(forge.calls).toEqual([]);
});

test("The token of an app finds the app's comment again, and leaves a workflow's alone", async () => {
  await postReview("github", review("of a workflow"), github());
  forge.login = "our-app[bot]";
  await postReview("github", review("one"), github());
  await postReview("github", review("two"), github());
  expect(forge.notes.map(({ body }) => body)).toEqual([review("of a workflow").markdown, review("two").markdown]);
});

test("On GitHub Enterprise Server it is asked beside /api/v3 whose the token is", async () => {
  await postReview("github", review("one"), { ...github(), GITHUB_API_URL: `${forge.url}/api/v3` });
  expect(forge.calls).toContain("POST /api/graphql");
});

test("A comment on an issue is no pull request", async () => {
  const post = async (issue: object) => {
    writeFileSync(join(folder, "event.json"), JSON.stringify({ issue }));
    return await postReview("github", review("one"), github());
  };
  expect(await post({ number: 12 })).toContain("the workflow runs for no pull request");
  expect(await post({ number: 12, pull_request: {} })).toContain("is a new comment");
});

test("A job's own token is not tried on GitLab, which lets it write no notes", async () => {
  const told = await postReview("gitlab", review("one"), { ...gitlab(), GITLAB_TOKEN: undefined, CI_JOB_TOKEN: "job" });
  expect(told).toBe(
    "The review is not posted: GITLAB_TOKEN is not set: give a token of the project with the scope `api`.",
  );
  expect(forge.calls).toEqual([]);
});

test("The pull request is known by the ref where the event does not tell", async () => {
  await postReview("github", review("one"), {
    ...github(),
    GITHUB_EVENT_PATH: undefined,
    GITHUB_REF: "refs/pull/12/merge",
  });
  expect(forge.notes).toHaveLength(1);
});

test("A forge that does not answer is called four times, with longer and longer waits, and told by name", async () => {
  const { url, close } = await fakeForge();
  await close();
  const waits: number[] = [];
  const call = forgeCalls("GitHub", url, {}, async (time) => void waits.push(time));
  await expect(call("GET", "/user")).rejects.toThrow("GitHub does not answer GET /user (ECONNREFUSED)");
  expect(waits).toEqual([1000, 2000, 4000]);
});
