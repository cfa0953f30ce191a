import type { connect } from "@palette-profiles/palette-api";

const ATTEMPTS = 4;
const TIMEOUT_MS = 20_000;
/** GitHub mostly asks for a minute. */
const LONGEST_WAIT_MS = 90_000;

/** The forge refused a call, or did not answer. Its message holds no token. */
export class ForgeError extends Error {
  override name = "ForgeError";

  /** @param status of the answer; missing where there was none. */
  constructor(
    message: string,
    readonly status?: number,
  ) {
    super(message);
  }
}

export interface ForgeAnswer {
  body: unknown;
  /** A header's value, by its name in small letters. */
  header(name: string): string | undefined;
}

/** Calls a forge's API. */
export type ForgeCall = (method: string, path: string, body?: object) => Promise<ForgeAnswer>;

/**
 * Calls with a token in the headers, through the proxy of `HTTPS_PROXY` where there is one. What fails for a while (429, 5xx, a 403 that says
 * when to come again, no answer) is called again, up to four times in all, when the forge says so or after one, two and four seconds; what
 * creates something, only where the forge refused it. Redirects are not followed: they could take the token elsewhere.
 * @param wait waits so many milliseconds
 * @throws ForgeError
 */
export function forgeCalls(
  name: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  wait: (milliseconds: number) => Promise<void> = (time) => new Promise((done) => setTimeout(done, time)),
): ForgeCall {
  let http: ReturnType<typeof connect> | undefined;
  const once = async (method: string, path: string, body: object | undefined): Promise<ForgeAnswer | Refusal> => {
    const what = `${method} ${path}`;
    http ??= import("@palette-profiles/palette-api").then(({ connect }) => connect(url.replace(/\/+$/, ""), {}));
    const axios = await http;
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    let response: HttpResponse;
    try {
      response = await axios.request({
        method,
        url: path,
        headers: { "Content-Type": "application/json", "User-Agent": "palette-profiles", ...headers },
        // As text: what is no JSON is told.
        transformResponse: (text) => text,
        signal,
        ...(body === undefined ? {} : { data: body }),
      });
    } catch (error) {
      // Not the error's own words, which may hold a header.
      const { code, name: kind } = error as Error & { code?: unknown };
      const why = signal.aborted ? `for ${TIMEOUT_MS / 1000} seconds` : typeof code === "string" ? code : kind;
      return { error: new ForgeError(`${name} does not answer ${what} (${why})`), again: method !== "POST" };
    }
    const { status, data: text } = response;
    const header = (name: string) => response.headers[name] as string | undefined;
    const refused = (said: string, again = false) => ({
      error: new ForgeError(`${name} answers ${status} to ${what}${said}`, status),
      again,
      retryAfter: header("retry-after"),
    });
    if (status >= 300 && status < 400)
      return refused(", a redirect, which is not followed: check the address of its API");
    if (status < 300) {
      const parsed = jsonOf(text);
      return parsed === undefined ? refused(" with something else than JSON") : { body: parsed.value, header };
    }
    const limited = status === 429 || (status === 403 && header("retry-after") !== undefined);
    return refused(saidIn(text), limited || (status >= 500 && method !== "POST"));
  };
  return async (method, path, body) => {
    for (let attempt = 1; ; attempt++) {
      const answer = await once(method, path, body);
      if (!("error" in answer)) return answer;
      const time = waitFor(attempt, answer.retryAfter);
      // Who comes too early is kept away for longer.
      if (!answer.again || attempt === ATTEMPTS || time > LONGEST_WAIT_MS) throw answer.error;
      await wait(time);
    }
  };
}

interface HttpResponse {
  status: number;
  headers: Readonly<Record<string, unknown>>;
  data: string;
}

interface Refusal {
  error: ForgeError;
  again: boolean;
  retryAfter?: string | undefined;
}

/** Undefined where a text is no JSON; an empty one has no value. */
function jsonOf(text: string): { value: unknown } | undefined {
  try {
    return { value: text === "" ? undefined : JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Whether a token can stand in a header. One that was pasted with a line break cannot, and the error of that would hold it. */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

function waitFor(attempt: number, retryAfter: string | undefined): number {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : 1000 * 2 ** (attempt - 1);
}

/** What the forge says of it, on one line. */
function saidIn(text: string): string {
  const { message, error } = (jsonOf(text)?.value ?? {}) as { message?: unknown; error?: unknown };
  const said = message ?? error;
  return said === undefined ? "" : `: ${JSON.stringify(said).slice(0, 200)}`;
}
