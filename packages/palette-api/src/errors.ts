/** What Palette answered when it refused: the body `{code, message, ref, details}` of every error (API definition `v1Error`). */
export class PaletteError extends Error {
  override readonly name = "PaletteError";
  readonly status: number;
  /** Palette's own code, such as `ResourceNotFound`; the HTTP status where the answer was not Palette's. */
  readonly code: string;
  /** Palette's reference, for its support. */
  readonly ref: string | undefined;
  readonly details: unknown;
  /** `GET /v1/clusterprofiles/…`, without the query. */
  readonly call: string;

  constructor(it: {
    status: number;
    code: string;
    message: string;
    ref?: string | undefined;
    details?: unknown;
    call: string;
  }) {
    super(it.message);
    this.status = it.status;
    this.code = it.code;
    this.ref = it.ref;
    this.details = it.details;
    this.call = it.call;
  }
}

/**
 * No answer: host down, connection lost, or out of time.
 * The cause is left out on purpose: it carries the request's headers, and so the API key.
 */
export class PaletteUnreachableError extends Error {
  override readonly name = "PaletteUnreachableError";
  /** Node's code, such as `ECONNREFUSED`, or `DEADLINE`. */
  readonly code: string;
  readonly call: string;
  /** False where Palette cannot have acted on the call, since it never arrived. */
  readonly mayHaveActed: boolean;

  constructor(it: { message: string; code: string; call: string; mayHaveActed: boolean }) {
    super(it.message);
    this.code = it.code;
    this.call = it.call;
    this.mayHaveActed = it.mayHaveActed;
  }
}

/** The engine said stop. */
export class PaletteCancelledError extends Error {
  override readonly name = "PaletteCancelledError";
  constructor(call: string) {
    super(`stopped before ${call} was answered`);
  }
}

export function isNotFound(error: unknown): boolean {
  return error instanceof PaletteError && (error.status === 404 || error.code === "ResourceNotFound");
}

/** The error for an answer that is not a success. */
export function errorOfAnswer(status: number, body: unknown, call: string): PaletteError {
  const told = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
  return new PaletteError({
    status,
    code: text(told.code) ?? `HTTP${status}`,
    message: text(told.message) ?? `Palette answered ${status} without saying why`,
    ref: text(told.ref),
    details: told.details,
    call,
  });
}
