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
 * Calls with a token in the headers. What fails for a while (429, 502 to 504, no answer) is called again, up to four times in all, when the forge
 * says so or after one, two and four seconds.
 * @param wait waits so many milliseconds
 * @throws ForgeError
 */
export function forgeCalls(
  name: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  wait: (milliseconds: number) => Promise<void> = (time) => new Promise((done) => setTimeout(done, time)),
): ForgeCall {
  return async (method, path, body) => {
    for (let attempt = 1; ; attempt++) {
      const last = attempt === ATTEMPTS;
      try {
        const response = await fetch(`${url.replace(/\/+$/, "")}${path}`, {
          method,
          headers: { "content-type": "application/json", "user-agent": "palette-profiles", ...headers },
          signal: AbortSignal.timeout(TIMEOUT_MS),
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const text = await response.text();
        if (response.ok) return { body: text === "" ? undefined : JSON.parse(text), headers: response.headers };
        const again = response.status === 429 || (response.status >= 502 && response.status <= 504);
        // What was created may be there although its answer is not.
        if (!again || last || (method === "POST" && response.status !== 429)) {
          throw new ForgeError(
            `${name} answers ${response.status} to ${method} ${path}${saidIn(text)}`,
            response.status,
          );
        }
        await wait(waitFor(attempt, response.headers.get("retry-after")));
      } catch (error) {
        if (error instanceof ForgeError) throw error;
        if (last || method === "POST") {
          const { cause, message } = error as Error & { cause?: Error };
          throw new ForgeError(`${name} does not answer ${method} ${path}: ${cause?.message || message}`);
        }
        await wait(waitFor(attempt, null));
      }
    }
  };
}

function waitFor(attempt: number, retryAfter: string | null): number {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Math.min(LONGEST_WAIT_MS, Number.isFinite(seconds) ? seconds * 1000 : 1000 * 2 ** (attempt - 1));
}

/** What the forge says of it, on one line. */
function saidIn(text: string): string {
  try {
    const { message, error } = JSON.parse(text) as { message?: unknown; error?: unknown };
    const said = message ?? error;
    return said === undefined ? "" : `: ${JSON.stringify(said).slice(0, 200)}`;
  } catch {
    return "";
  }
}
