const ATTEMPTS = 4;
const TIMEOUT_MS = 20_000;
const LONGEST_WAIT_MS = 30_000;

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
  headers: Headers;
}

/** Calls a forge's API. */
export type ForgeCall = (method: string, path: string, body?: object) => Promise<ForgeAnswer>;

/**
 * Calls with a token in the headers. What fails for a while (429, 5xx, a 403 that says when to come again, no answer) is called again, up to four
 * times in all, when the forge says so or after one, two and four seconds; what creates something, only where the forge refused it.
 * Redirects are not followed: they could take the token elsewhere.
 * @param wait waits so many milliseconds
 * @throws ForgeError
 */
export function forgeCalls(
  name: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  wait: (milliseconds: number) => Promise<void> = (time) => new Promise((done) => setTimeout(done, time)),
): ForgeCall {
  const once = async (method: string, path: string, body: object | undefined): Promise<ForgeAnswer | Refusal> => {
    const what = `${method} ${path}`;
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${url.replace(/\/+$/, "")}${path}`, {
        method,
        headers: { "content-type": "application/json", "user-agent": "palette-profiles", ...headers },
        redirect: "manual",
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      text = await response.text();
    } catch (error) {
      // Not the error's own words, which may hold a header.
      const { cause, name: kind } = error as Error & { cause?: { code?: unknown } };
      const why = typeof cause?.code === "string" ? cause.code : kind;
      return { error: new ForgeError(`${name} does not answer ${what} (${why})`), again: method !== "POST" };
    }
    const { status } = response;
    const refused = (said: string, again = false) => ({
      error: new ForgeError(`${name} answers ${status} to ${what}${said}`, status),
      again,
      retryAfter: response.headers.get("retry-after"),
    });
    if (status >= 300 && status < 400)
      return refused(", a redirect, which is not followed: check the address of its API");
    if (response.ok) {
      const parsed = jsonOf(text);
      return parsed === undefined
        ? refused(" with something else than JSON")
        : { body: parsed.value, headers: response.headers };
    }
    const limited = status === 429 || (status === 403 && response.headers.has("retry-after"));
    return refused(saidIn(text), limited || (status >= 500 && method !== "POST"));
  };
  return async (method, path, body) => {
    for (let attempt = 1; ; attempt++) {
      const answer = await once(method, path, body);
      if (!("error" in answer)) return answer;
      if (!answer.again || attempt === ATTEMPTS) throw answer.error;
      await wait(waitFor(attempt, answer.retryAfter ?? null));
    }
  };
}

interface Refusal {
  error: ForgeError;
  again: boolean;
  retryAfter?: string | null;
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

function waitFor(attempt: number, retryAfter: string | null): number {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Math.min(LONGEST_WAIT_MS, Number.isFinite(seconds) ? seconds * 1000 : 1000 * 2 ** (attempt - 1));
}

/** What the forge says of it, on one line. */
function saidIn(text: string): string {
  const { message, error } = (jsonOf(text)?.value ?? {}) as { message?: unknown; error?: unknown };
  const said = message ?? error;
  return said === undefined ? "" : `: ${JSON.stringify(said).slice(0, 200)}`;
}
