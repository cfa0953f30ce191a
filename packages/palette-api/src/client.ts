import { setMaxListeners } from "node:events";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { errorOfAnswer, PaletteCancelledError, PaletteUnreachableError } from "./errors";
import { createLimiter, type Limiter, sleep } from "./limiter";
import type { V1UserToken } from "./palette-types.generated";
import { waitBeforeRetry } from "./retry";
import { createSystemSession, type SystemCredentials } from "./system-session";

type Headers = Readonly<Record<string, string>>;

/**
 * Where a call acts: in a project (by uid), in the tenant, or in the system that all tenants share, which needs a system
 * administrator. Given with each call, never kept.
 */
export type Scope = { kind: "tenant" } | { kind: "project"; uid: string } | { kind: "system" };
export const TENANT: Scope = { kind: "tenant" };
export const SYSTEM: Scope = { kind: "system" };

export interface Settings {
  /** A host name, with or without a port, reached by https; or a URL, whose scheme is then used. */
  host: string;
  /** Where it is missing, the first call says so. */
  apiKey: string | undefined;
  /** For calls in the system scope. Where they are missing, the first such call says so. */
  system?: SystemCredentials;
  /** The longest that one attempt may take, in milliseconds. Default 60 000. */
  timeout?: number;
  limiter?: Limiter;
}

export interface Call {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** From `/v1`, each part already encoded. */
  path: string;
  query?: Record<string, string | number | boolean>;
  body?: unknown;
  scope: Scope;
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
  const timeout = settings.timeout ?? 60_000;
  let http: ReturnType<typeof connect> | undefined;

  const session = createSystemSession(settings.system ?? {}, settings.apiKey !== undefined, (credentials, signal) =>
    sendAs<V1UserToken>(async () => ({}), {
      method: "POST",
      path: "/v1/auth/authenticate",
      body: credentials,
      scope: SYSTEM,
      signal,
    }),
  );

  async function once(call: Call, headers: Headers) {
    http ??= connect(url);
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
    if (call.scope.kind === "system") {
      return { Authorization: await session.token(`${call.method} ${call.path}`, call.signal) };
    }
    if (settings.apiKey === undefined) throw noKey(`${call.method} ${call.path}`);
    return { ApiKey: settings.apiKey, ...(call.scope.kind === "project" ? { ProjectUid: call.scope.uid } : {}) };
  }

  async function sendAs<T>(credentials: (call: Call) => Promise<Headers>, call: Call): Promise<T> {
    const name = `${call.method} ${call.path}`;
    // One stop signal serves all calls of a process; Node would warn at the eleventh.
    setMaxListeners(0, call.signal);
    let renewed = false;
    for (let attempt = 1; ; attempt++) {
      const headers = await credentials(call);
      let retryAfter: string | undefined;
      let error: Error;
      try {
        const answer = await once(call, headers);
        if (answer.status >= 200 && answer.status < 300) return answer.data as T;
        // A token lives 15 minutes: where we can have another, an old one is no reason to stop.
        if (answer.status === 401 && call.scope.kind === "system" && !renewed && session.forget()) {
          renewed = true;
          continue;
        }
        retryAfter = String(answer.headers["retry-after"] ?? "");
        error = errorOfAnswer(answer.status, answer.data, name);
      } catch (cause) {
        error = unanswered(cause, call.signal, name, url, timeout);
      }
      const wait = waitBeforeRetry(error, call.method, attempt, retryAfter);
      if (wait === undefined) throw error;
      await sleep(wait, call.signal).catch(() => {
        throw unanswered(undefined, call.signal, name, url, timeout);
      });
    }
  }

  return { url, send: (call) => sendAs(credentialsFor, call) };
}

async function connect(url: string) {
  // Loaded at the first call: engines start a provider several times only to ask for its schema.
  const { default: axios } = await import("axios");
  return axios.create({
    baseURL: url,
    // Palette's answers are not followed elsewhere: a redirect would carry the key to another host.
    maxRedirects: 0,
    maxContentLength: 256 << 20,
    maxBodyLength: 256 << 20,
    validateStatus: () => true,
    httpAgent: new HttpAgent({ keepAlive: true, maxSockets: 32 }),
    httpsAgent: new HttpsAgent({ keepAlive: true, maxSockets: 32 }),
  });
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
const NEVER_ARRIVED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "CERT_HAS_EXPIRED",
]);

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
  const mayHaveActed = !NEVER_ARRIVED.has(code) && !/certificate/i.test(told.message ?? "");
  return new PaletteUnreachableError({ code, message: `${url} could not be reached (${code})`, call, mayHaveActed });
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === "TimeoutError";
}
