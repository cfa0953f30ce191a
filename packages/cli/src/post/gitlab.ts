import type { CiEnvironment, Forge, ForgeComment, ForgeTarget } from "./forge";
import { type ForgeCall, forgeCalls, isToken } from "./http";

const PAGES = 30;
const PERMISSION = "give a token of the project with the scope `api`";

/**
 * The merge request that a pipeline of GitLab runs for, by the variables that it sets. Source: GitLab's REST API, notes of merge requests.
 */
export function gitlabTarget(environment: CiEnvironment): ForgeTarget {
  const { CI_API_V4_URL: url, CI_PROJECT_ID: project, CI_MERGE_REQUEST_IID: request } = environment;
  if (!url || !project)
    return { refusal: "CI_API_V4_URL and CI_PROJECT_ID are not set, so this is no pipeline of GitLab" };
  if (!request) return { refusal: "CI_MERGE_REQUEST_IID is not set: the job runs for no merge request" };
  // CI_JOB_TOKEN would be there, but GitLab lets it write no notes.
  const { GITLAB_TOKEN: token } = environment;
  if (!token) return { refusal: `GITLAB_TOKEN is not set: ${PERMISSION}` };
  if (!isToken(token)) return { refusal: "GITLAB_TOKEN holds characters that no token has, such as a line break" };
  const call = forgeCalls("GitLab", url, { "PRIVATE-TOKEN": token });
  const commit = environment.CI_MERGE_REQUEST_SOURCE_BRANCH_SHA || environment.CI_COMMIT_SHA;
  const path = `/projects/${encodeURIComponent(project)}/merge_requests/${encodeURIComponent(request)}`;
  return { forge: gitlabForge(call, path), ...(commit ? { commit } : {}) };
}

function gitlabForge(call: ForgeCall, request: string): Forge {
  return {
    name: "GitLab",
    permission: PERMISSION,
    async comments() {
      const { id: owner } = (await call("GET", "/user")).body as { id?: number };
      const found: ForgeComment[] = [];
      let page = "1";
      for (let read = 0; page !== "" && read < PAGES; read++) {
        const { body, header } = await call(
          "GET",
          `${request}/notes?sort=asc&order_by=created_at&per_page=100&page=${page}`,
        );
        const notes = body as { id: number; body?: string; author?: { id?: number } }[];
        found.push(
          ...notes.map(({ id, body: text = "", author }) => ({
            id: String(id),
            body: text,
            isOwn: owner !== undefined && author?.id === owner,
          })),
        );
        page = header("x-next-page") ?? "";
      }
      return found;
    },
    create: async (body) => void (await call("POST", `${request}/notes`, { body })),
    update: async (id, body) => void (await call("PUT", `${request}/notes/${id}`, { body })),
    remove: async (id) => void (await call("DELETE", `${request}/notes/${id}`)),
    async head() {
      return ((await call("GET", request)).body as { sha?: string }).sha;
    },
  };
}
