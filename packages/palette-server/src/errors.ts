import type { V1Error } from "@palette-profiles/palette-api";

/** An error that reaches the client in Palette's shape, with the HTTP status Palette gives it. */
export class PaletteError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = "PaletteError";
  }
}

/** Palette's clients recognise a vanished resource by this code together with status 404. */
export function notFound(what: string): PaletteError {
  return new PaletteError(404, "ResourceNotFound", `${what} is not found`);
}

export function invalid(code: string, message: string, details?: Record<string, unknown>): PaletteError {
  return new PaletteError(400, code, message, details);
}

/** The body of every error answer; `ref` is the request's number in the log. */
export function errorBody(code: string, message: string, ref: string, details: Record<string, unknown> = {}): V1Error {
  return { code, message, ref, details };
}
