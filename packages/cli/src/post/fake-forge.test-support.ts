import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Note {
  id: number;
  body: string;
  user: { login: string; type: string };
  author: { id: number };
}

export interface FakeForge {
  url: string;
  notes: Note[];
  /** `PATCH /repos/o/r/issues/comments/1`, in order. */
  calls: string[];
  /** What stands in the headers that carry tokens. */
  tokens: string[];
  /** Answers of the next calls that are `on` this, in place of its own. */
  next: Answer[];
  on: RegExp;
  head: string;
  /** Whose token it is on GitHub. */
  login: string;
  close(): Promise<void>;
}
interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: object | string;
}

const OWNER = { id: 7 };

/** Answers the calls of both forges' APIs that posting makes, in the shape of their payloads. Comments of number 12 alone. */
export async function fakeForge(): Promise<FakeForge> {
  const it: Omit<FakeForge, "url" | "close"> = {
    ...{ notes: [], calls: [], tokens: [], next: [], on: /./ },
    ...{ head: "newest", login: "github-actions[bot]" },
  };
  const server = createServer(async (request, response) => {
    const call = `${request.method} ${request.url}`;
    it.calls.push(call);
    it.tokens.push(String(request.headers.authorization ?? request.headers["private-token"]));
    const body = await bodyOf(request);
    const given = it.on.test(call) ? it.next.shift() : undefined;
    if (given !== undefined) return answer(response, given);
    const mayAsk = request.headers["private-token"] !== undefined;
    answer(response, act(it, request.method!, new URL(request.url!, "http://127.0.0.1"), body, mayAsk));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return Object.assign(it, {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  });
}

function act(
  it: Omit<FakeForge, "url" | "close">,
  method: string,
  { pathname, searchParams }: URL,
  body: { body?: string },
  mayAsk: boolean,
): Answer {
  const id = Number(/(?:comments|notes)\/(\d+)$/.exec(pathname)?.[1]);
  // A workflow's token may not ask whose it is; that of a project of GitLab may.
  if (pathname === "/user" && mayAsk) return { status: 200, body: OWNER };
  if (pathname === "/user") return { status: 403, body: { message: "Resource not accessible by integration" } };
  if (pathname === "/graphql") return { status: 200, body: { data: { viewer: { login: it.login } } } };
  if (/^\/repos\/o\/r\/pulls\/12$/.test(pathname)) return { status: 200, body: { head: { sha: it.head } } };
  if (/^\/projects\/34\/merge_requests\/12$/.test(pathname)) return { status: 200, body: { iid: 12, sha: it.head } };
  if (/issues\/12\/comments$|merge_requests\/12\/notes$/.test(pathname)) {
    if (method === "POST") {
      const user = { login: it.login, type: "Bot" };
      const note = { id: it.notes.length + 1, body: body.body ?? "", user, author: OWNER };
      it.notes.push(note);
      return { status: 201, body: note };
    }
    const page = Number(searchParams.get("page"));
    const more = it.notes.length > page * 100 ? String(page + 1) : "";
    return { status: 200, headers: { "x-next-page": more }, body: it.notes.slice((page - 1) * 100, page * 100) };
  }
  const note = it.notes.find((each) => each.id === id);
  if (note === undefined) return { status: 404, body: { message: "Not Found" } };
  if (method === "DELETE") it.notes.splice(it.notes.indexOf(note), 1);
  else note.body = body.body ?? "";
  return { status: method === "DELETE" ? 204 : 200, body: note };
}

async function bodyOf(request: IncomingMessage): Promise<{ body?: string }> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return parts.length === 0 ? {} : (JSON.parse(Buffer.concat(parts).toString()) as { body?: string });
}

function answer(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(
    status === 204 || body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
  );
}
