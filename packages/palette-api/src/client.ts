import { setMaxListeners } from "node:events";
import { type ConnectionSettings, connect } from "./connection";
import { errorOfAnswer, PaletteCancelledError, PaletteUnreachableError } from "./errors";
import { createLimiter, type Limiter, sleep } from "./limiter";
import { ATTEMPTS, waitBeforeRetry } from "./retry";
import { createSystemSession, type SystemCredentials, signInBy } from "./system-session";

type Headers = Readonly<Record<string, string>>;

/**
 * Where a call acts: in a project (by uid), in the tenant, or in the system that all tenants share, which needs a system
 * administrator. Given with each call, never kept.
 */
export type Scope = { kind: "tenant" } | { kind: "project"; uid: string } | { kind: "system" };
export const TENANT: Scope = { kind: "tenant" };
export const SYSTEM: Scope = { kind: "system" };

export interface Settings extends ConnectionSettings {
  /** A host name, with or without a port, reached by https; or a URL, whose scheme is then used. */
  host: string;
  /** Where it is missing, the first call says so. */
  apiKey: string | undefined;
  /** For calls in the system scope. Where they are missing, the first such call says so. */
  system?: SystemCredentials;
  /** The longest that one attempt may take, in milliseconds. Default 60 000. */
  timeout?: number;
  /** How often a call is made in all, where it may be repeated. Default 5. */
  attempts?: number;
  limiter?: Limiter;
}

export interface Call {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** From `/v1`, each part already encoded. */
  path: string;
  query?: Record<string, string | number | boolean>;
  body?: unknown;
  scope: Scope;
  /** Palette takes it from anybody: it carries neither key nor token. */
  open?: boolean;
  signal: AbortSignal;
}

/** Palette's API. Thread of all endpoints: key, scope, limits, deadline, retries, errors. */
export interface PaletteClient {
  /** The base URL, for messages. */
  readonly url: string;
  /**
   * @throws {PaletteError} when Palette refuses, {@link PaletteUnreachableError} when it does not answer,
   * {@link PaletteCancelledError} when `signal` aborts.
   */
  send<T>(call: Call): Promise<T>;
}

export function createClient(settings: Settings): PaletteClient {
  const url = baseUrl(settings.host);
  const limiter = settings.limiter ?? createLimiter();
  const { timeout = 60_000, attempts = ATTEMPTS } = settings;
  let http: ReturnType<typeof connect> | undefined;

  const session = createSystemSession(settings.system ?? {}, settings.apiKey !== undefined, signInBy(send));

  async function once(call: Call, headers: Headers) {
    http ??= connect(url, settings);
    const axios = await http;
    await limiter.wait(call.path, call.signal);
    return axios.request({
      method: call.method,
      url: call.path,
      params: call.query,
      data: call.body,
      headers: { ...headers, ...(call.body === undefined ? {} : { "Content-Type": "application/json" }) },
      signal: AbortSignal.any([call.signal, AbortSignal.timeout(timeout)]),
    });
  }

  async function credentialsFor(call: Call): Promise<Headers> {
    if (call.open === true) return {};
    if (call.scope.kind === "system") {
      return { Authorization: await session.token(`${call.method} ${call.path}`, call.signal) };
    }
    if (settings.apiKey === undefined) throw noKey(`${call.method} ${call.path}`);
    return { ApiKey: settings.apiKey, ...(call.scope.kind === "project" ? { ProjectUid: call.scope.uid } : {}) };
  }

  async function send<T>(call: Call): Promise<T> {
    const name = `${call.method} ${call.path}`;
    // One stop signal serves all calls of a process; Node would warn at the eleventh.
    setMaxListeners(0, call.signal);
    let renewed = false;
    for (let attempt = 1; ; attempt++) {
      const headers = await credentialsFor(call);
      let retryAfter: string | undefined;
      let error: Error;
      try {
        const answer = await once(call, headers);
        if (answer.status >= 200 && answer.status < 300) return answer.data as T;
        // A token lives 15 minutes: where we can have another, an old one is no reason to stop.
        const isSystem = call.scope.kind === "system" && call.open !== true;
        if (answer.status === 401 && isSystem && !renewed && session.forget()) {
          renewed = true;
          continue;
        }
        retryAfter = String(answer.headers["retry-after"] ?? "");
        error = errorOfAnswer(answer.status, answer.data, name);
      } catch (cause) {
        error = unanswered(cause, call.signal, name, url, timeout);
      }
      const wait = waitBeforeRetry(error, call.method, attempt, attempts, retryAfter);
      if (wait === undefined) throw error;
      await sleep(wait, call.signal).catch(() => {
        throw unanswered(undefined, call.signal, name, url, timeout);
      });
    }
  }

  return { url, send };
}

function baseUrl(host: string): string {
  const text = /^https?:\/\//i.test(host) ? host : `https://${host}`;
  try {
    return new URL(text).origin;
  } catch {
    throw new TypeError(`"${host}" is not a host: write a name such as api.spectrocloud.com, or a URL`);
  }
}

function noKey(call: string): PaletteUnreachableError {
  return new PaletteUnreachableError({
    code: "NO_API_KEY",
    message: "no API key was given: set the provider's API key, or SPECTROCLOUD_APIKEY",
    call,
    mayHaveActed: false,
  });
}

/** Codes of a call that never reached Palette. */
const NEVER_ARRIVED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

function unanswered(cause: unknown, signal: AbortSignal, call: string, url: string, timeout: number): Error {
  if (signal.aborted) {
    if (!isTimeout(signal.reason)) return new PaletteCancelledError(call);
    return new PaletteUnreachableError({
      code: "DEADLINE",
      message: `${url} did not answer in the time that the resource's timeouts allow`,
      call,
      mayHaveActed: true,
    });
  }
  const told = cause as { code?: string; message?: string };
  if (told.code === "ERR_CANCELED" || isTimeout(cause)) {
    const message = `${url} did not answer within ${timeout / 1000} s`;
    return new PaletteUnreachableError({ code: "ETIMEDOUT", message, call, mayHaveActed: true });
  }
  const code = told.code ?? "UNKNOWN";
  if (isTrustFailure(code, told.message)) {
    return new PaletteUnreachableError({
      code: "UNTRUSTED_CERTIFICATE",
      message: `the certificate of ${url} is not trusted (${code}: ${told.message}). Where Palette has a CA of its own, give that CA's certificate: ca_file of the provider, or SPECTROCLOUD_CA_FILE`,
      call,
      mayHaveActed: false,
    });
  }
  const mayHaveActed = !NEVER_ARRIVED.has(code);
  return new PaletteUnreachableError({ code, message: `${url} could not be reached (${code})`, call, mayHaveActed });
}

/** Node's codes for a certificate that it does not take, such as `DEPTH_ZERO_SELF_SIGNED_CERT`. */
function isTrustFailure(code: string, message = ""): boolean {
  return /CERT|UNABLE_TO_(?:GET_ISSUER|VERIFY)/.test(code) || /certificate/i.test(message);
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === "TimeoutError";
}
