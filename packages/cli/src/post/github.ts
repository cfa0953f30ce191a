import { readFileSync } from "node:fs";
import type { CiEnvironment, Forge, ForgeComment, ForgeTarget } from "./forge";
import { type ForgeCall, ForgeError, forgeCalls, isToken } from "./http";

/** Comments beyond this many are not looked through. */
const PAGES = 30;

/**
 * The pull request that a workflow of GitHub Actions runs for, by the variables that it sets. Source: GitHub's REST API, issue comments;
 * `GITHUB_API_URL` is also that of GitHub Enterprise Server.
 */
export function githubTarget(environment: CiEnvironment): ForgeTarget {
  const { GITHUB_API_URL = "https://api.github.com", GITHUB_REPOSITORY: repository } = environment;
  const token = environment.GITHUB_TOKEN || environment.GH_TOKEN;
  if (!repository) return { refusal: "GITHUB_REPOSITORY is not set, so this is no workflow of GitHub Actions" };
  if (!token) return { refusal: "GITHUB_TOKEN is not set: give it to the step, from `github.token`" };
  if (!isToken(token)) return { refusal: "GITHUB_TOKEN holds characters that no token has, such as a line break" };
  const { number, commit } = pullRequest(environment);
  if (number === undefined) return { refusal: "the workflow runs for no pull request" };
  const call = forgeCalls("GitHub", GITHUB_API_URL, {
    accept: "application/vnd.github+json",
    authorization: `Bearer ${token}`,
    "x-github-api-version": "2022-11-28",
  });
  return { forge: githubForge(call, `/repos/${repository}`, number), ...(commit === undefined ? {} : { commit }) };
}

function githubForge(call: ForgeCall, repository: string, number: number): Forge {
  return {
    name: "GitHub",
    async comments() {
      const login = await ownLogin(call);
      const found: ForgeComment[] = [];
      for (let page = 1; page <= PAGES; page++) {
        const { body } = await call("GET", `${repository}/issues/${number}/comments?per_page=100&page=${page}`);
        const comments = body as { id: number; body?: string; user?: { login?: string } }[];
        found.push(
          ...comments.map(({ id, body: text = "", user }) => ({
            id: String(id),
            body: text,
            isOwn: user?.login === login,
          })),
        );
        if (comments.length < 100) break;
      }
      return found;
    },
    create: async (body) => void (await call("POST", `${repository}/issues/${number}/comments`, { body })),
    update: async (id, body) => void (await call("PATCH", `${repository}/issues/comments/${id}`, { body })),
    remove: async (id) => void (await call("DELETE", `${repository}/issues/comments/${id}`)),
    async head() {
      const { body } = await call("GET", `${repository}/pulls/${number}`);
      return (body as { head?: { sha?: string } }).head?.sha;
    },
  };
}

/** Whose token it is. That of a workflow may not ask, and is this bot's. */
async function ownLogin(call: ForgeCall): Promise<string | undefined> {
  try {
    return ((await call("GET", "/user")).body as { login?: string }).login;
  } catch (error) {
    if (error instanceof ForgeError && (error.status === 401 || error.status === 403)) return "github-actions[bot]";
    throw error;
  }
}

/** From the event's payload, or from the ref of a merge, `refs/pull/12/merge`. */
function pullRequest({ GITHUB_EVENT_PATH, GITHUB_REF = "" }: CiEnvironment): { number?: number; commit?: string } {
  const event = readEvent(GITHUB_EVENT_PATH);
  const pull = event.pull_request;
  const number =
    pull?.number ?? event.issue?.number ?? Number(/^refs\/pull\/(\d+)\//.exec(GITHUB_REF)?.[1] ?? Number.NaN);
  return {
    ...(Number.isInteger(number) ? { number } : {}),
    ...(pull?.head?.sha === undefined ? {} : { commit: pull.head.sha }),
  };
}

interface Event {
  pull_request?: { number?: number; head?: { sha?: string } };
  issue?: { number?: number };
}

function readEvent(file: string | undefined): Event {
  try {
    return file === undefined ? {} : (JSON.parse(readFileSync(file, "utf8")) as Event);
  } catch {
    return {};
  }
}
