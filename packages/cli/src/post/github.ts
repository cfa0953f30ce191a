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
  const headers = {
    Accept: "application/vnd.github+json",
    Authorization: `Bearer ${token}`,
    "X-GitHub-Api-Version": "2022-11-28",
  };
  const call = forgeCalls("GitHub", GITHUB_API_URL, headers);
  // `/api/graphql` is beside `/api/v3` on GitHub Enterprise Server.
  const query = forgeCalls("GitHub", GITHUB_API_URL.replace(/\/v3\/?$/, ""), headers);
  const login = () => ownLogin(call, query);
  const forge = githubForge(call, login, `/repos/${repository}`, number);
  return { forge, ...(commit === undefined ? {} : { commit }) };
}

function githubForge(
  call: ForgeCall,
  ownLogin: () => Promise<string | undefined>,
  repository: string,
  number: number,
): Forge {
  return {
    name: "GitHub",
    permission: "give the job the permission `pull-requests: write`, which pull requests from forks never have",
    async comments() {
      const login = await ownLogin();
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

const WORKFLOW = "github-actions[bot]";
const NOT_ALLOWED: readonly (number | undefined)[] = [401, 403, 404];

/**
 * Whose token it is. Those of apps, and of workflows, may ask only by GraphQL; one that may not at all is taken for a workflow's.
 */
async function ownLogin(call: ForgeCall, query: ForgeCall): Promise<string | undefined> {
  try {
    return ((await call("GET", "/user")).body as { login?: string }).login;
  } catch (error) {
    if (!(error instanceof ForgeError) || !NOT_ALLOWED.includes(error.status)) throw error;
  }
  try {
    const { body } = await query("POST", "/graphql", { query: "{ viewer { login } }" });
    const login = (body as { data?: { viewer?: { login?: string } | null } | null }).data?.viewer?.login;
    return login ?? WORKFLOW;
  } catch (error) {
    if (error instanceof ForgeError && NOT_ALLOWED.includes(error.status)) return WORKFLOW;
    throw error;
  }
}

/** From the event's payload, or from the ref of a merge, `refs/pull/12/merge`. */
function pullRequest({ GITHUB_EVENT_PATH, GITHUB_REF = "" }: CiEnvironment): { number?: number; commit?: string } {
  const event = readEvent(GITHUB_EVENT_PATH);
  const pull = event.pull_request;
  const number =
    pull?.number ??
    (event.issue?.pull_request === undefined ? undefined : event.issue.number) ??
    Number(/^refs\/pull\/(\d+)\//.exec(GITHUB_REF)?.[1] ?? Number.NaN);
  return {
    ...(Number.isInteger(number) ? { number } : {}),
    ...(pull?.head?.sha === undefined ? {} : { commit: pull.head.sha }),
  };
}

interface Event {
  pull_request?: { number?: number; head?: { sha?: string } };
  /** Of a comment; `pull_request` tells it from an issue. */
  issue?: { number?: number; pull_request?: object };
}

function readEvent(file: string | undefined): Event {
  try {
    return file === undefined ? {} : (JSON.parse(readFileSync(file, "utf8")) as Event);
  } catch {
    return {};
  }
}
