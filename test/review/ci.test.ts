import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { type FakeForge, fakeForge } from "../../packages/cli/src/post/fake-forge.test-support";

// The action and the job's template, their scripts run as GitHub and GitLab run them, against a fake of both forges' APIs.
const REPOSITORY = resolve(__dirname, "../..");
const CLI = `${process.execPath} ${join(REPOSITORY, "packages/cli/bin/palette-profiles.cjs")}`;
const TOKEN = "canary-token-of-the-job";

const pack = (tag: string) => ({ name: "kubernetes", type: "spectro", tag, values: "", manifest: [] });
const side = (tag: string) => ({ id: "uid", name: "infra", version: "1.0.0", pack: [pack(tag)] });
const planOf = (from: string, to: string) =>
  JSON.stringify({
    format_version: "1.2",
    resource_changes: [
      {
        address: "spectrocloud_cluster_profile.infra",
        type: "spectrocloud_cluster_profile",
        change: { actions: [from === to ? "no-op" : "update"], before: side(from), after: side(to), after_unknown: {} },
      },
    ],
  });

let forge: FakeForge;
let folder: string;
beforeEach(async () => {
  forge = await fakeForge();
  folder = mkdtempSync(join(tmpdir(), "palette-ci-"));
  write("plan.json", planOf("1.28.4", "1.30.1"));
  write("same.json", planOf("1.30.1", "1.30.1"));
  write("event.json", JSON.stringify({ pull_request: { number: 12, head: { sha: "newest" } } }));
});
afterEach(async () => {
  await forge.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
const read = (file: string) => readFileSync(join(folder, file), "utf8");

function bash(script: string, environment: Record<string, string>) {
  write("script.sh", script);
  const env = { PATH: process.env.PATH, HOME: folder, RUNNER_TEMP: folder, ...environment };
  // As GitHub starts a step whose shell is bash.
  const child = spawn("bash", ["--noprofile", "--norc", "-eo", "pipefail", "script.sh"], { cwd: folder, env });
  let out = "";
  let err = "";
  child.stdout.on("data", (part) => {
    out += part;
  });
  child.stderr.on("data", (part) => {
    err += part;
  });
  return new Promise<{ code: number | null; out: string; err: string }>((done) =>
    child.once("close", (code) => done({ code, out, err })),
  );
}

describe("the action for GitHub", () => {
  const action = parse(readFileSync(join(REPOSITORY, "action.yml"), "utf8"));
  const [step] = action.runs.steps;

  /** Runs the step with inputs in the place of their defaults. */
  function run(inputs: Record<string, string>) {
    for (const name of Object.keys(inputs)) expect(action.inputs).toHaveProperty(name);
    const given: Record<string, string> = { token: TOKEN, cli: CLI, ...inputs };
    const environment = Object.fromEntries(
      Object.entries(step.env as Record<string, string>).map(([variable, expression]) => {
        const name = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)![1]!;
        return [variable, given[name] ?? String(action.inputs[name].default)];
      }),
    );
    return bash(step.run, {
      ...environment,
      GITHUB_API_URL: forge.url,
      GITHUB_REPOSITORY: "o/r",
      GITHUB_EVENT_PATH: join(folder, "event.json"),
      GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
      GITHUB_OUTPUT: join(folder, "output"),
    });
  }

  test("It keeps a comment, annotates, writes what is asked for, and fails on the risk after all that", async () => {
    const inputs = {
      plans: "prod=plan.json\nsame.json\n",
      "fail-on": "high",
      sarif: "palette.sarif",
      html: "review.html",
    };
    const { code, out, err } = await run(inputs);
    expect({ code, err }).toEqual({ code: 3, err: "The review is a new comment on GitHub.\n" });
    expect(out).toContain(
      "::error file=palette-review.yaml,title=kubernetes-minor-skip::prod/infra: kubernetes > tag: ",
    );
    expect(forge.notes[0]?.body).toMatch(/^<!-- palette-profiles-review default -->\n### Palette profiles\n/);
    expect(JSON.parse(read("palette.sarif")).runs[0].results[0].ruleId).toBe("kubernetes-minor-skip");
    expect(read("review.html")).toMatch(/^<!doctype html>/i);
    expect(read("output")).toBe(`json=${join(folder, "palette-review-default.json")}\nchanged=true\n`);
    expect(forge.tokens.every((token) => token === `Bearer ${TOKEN}`)).toBe(true);
    expect([out, err, forge.notes[0]?.body].join("")).not.toContain(TOKEN);
  });

  test("Without a comment the review is in the job's summary, and no call is made", async () => {
    const { code } = await run({ plans: "plan.json", comment: "false" });
    expect(code).toBe(0);
    expect(read("summary.md")).toContain("### Palette profiles");
    expect(forge.calls).toEqual([]);
  });

  test("An input that cannot be read is the step's error, and says which", async () => {
    const { code, err } = await run({ plans: "none.json" });
    expect([code, err]).toEqual([1, expect.stringContaining("none.json cannot be read")]);
    expect(forge.calls).toEqual([]);
  });

  test("What stands in inputs is never a part of the script", async () => {
    const { code, err } = await run({ plans: "$(touch broken); plan.json", comment: "false" });
    expect([code, err]).toEqual([1, expect.stringContaining("cannot be read")]);
    expect((await run({ plans: "--help", comment: "false" })).err).toContain("--help cannot be read");
    expect((await run({ plans: "plan.json", name: "a$(touch broken)" })).err).toContain("is no name for a comment");
    expect(() => read("broken")).toThrow();
    expect(step.run).not.toContain("${{");
  });
});

test("The job for GitLab keeps a comment and writes its reports", async () => {
  const file = join(REPOSITORY, "examples/review-gitlab/palette-review.yml");
  const { "palette-review": job } = parse(readFileSync(file, "utf8"));
  const { code, err } = await bash(job.script.join("\n"), {
    ...job.variables,
    PALETTE_CLI: CLI,
    PALETTE_PLANS: "prod=plan.json dev=same.json",
    CI_API_V4_URL: forge.url,
    CI_PROJECT_ID: "34",
    CI_MERGE_REQUEST_IID: "12",
    CI_COMMIT_SHA: "newest",
    GITLAB_TOKEN: TOKEN,
  });
  expect({ code, err }).toEqual({ code: 3, err: "The review is a new comment on GitLab.\n" });
  expect(forge.notes).toHaveLength(1);
  const { reports, paths } = job.artifacts;
  expect(JSON.parse(read(reports.codequality))[0].check_name).toBe("kubernetes-minor-skip");
  expect(read(reports.junit)).toContain("<failure");
  for (const path of paths) expect(read(path)).toContain("<html");
});

test("The workflow to copy gives the action inputs that it has", () => {
  const { inputs } = parse(readFileSync(join(REPOSITORY, "action.yml"), "utf8"));
  const { jobs } = parse(readFileSync(join(REPOSITORY, "examples/review-github/review.yml"), "utf8"));
  const step = jobs.review.steps.find(({ uses }: { uses?: string }) => uses?.startsWith("OWNER/REPOSITORY"));
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with)));
});
