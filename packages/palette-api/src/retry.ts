import { PaletteError, PaletteUnreachableError } from "./errors";

const FIRST_WAIT = 250;
const LONGEST_WAIT = 8_000;

/** How many times a call is made in all, the first included, where nobody says otherwise. */
export const ATTEMPTS = 5;

/**
 * How long to wait before the same call is made again, in milliseconds; `undefined` where it must not be.
 *
 * A refusal for its rate (429), or a call that never arrived, may be repeated whatever the method. Anything else may
 * have been acted on, so it is repeated only where a second time does no harm: GET, PUT, DELETE and PATCH set or remove
 * by name, a POST creates.
 */
export function waitBeforeRetry(
  error: unknown,
  method: string,
  attempt: number,
  attempts: number,
  retryAfter?: string,
): number | undefined {
  if (attempt >= attempts) return undefined;
  const repeatable = method !== "POST";
  const again =
    error instanceof PaletteError
      ? error.status === 429 || (repeatable && [502, 503, 504].includes(error.status))
      : error instanceof PaletteUnreachableError &&
        error.code !== "DEADLINE" &&
        // A host that refuses, cannot be found or is not trusted is told at once: waiting would only hide a wrong setting.
        !["ECONNREFUSED", "ENOTFOUND", "UNTRUSTED_CERTIFICATE"].includes(error.code) &&
        (repeatable || !error.mayHaveActed);
  if (!again) return undefined;
  const asked = Number(retryAfter) * 1000;
  if (Number.isFinite(asked) && asked > 0) return Math.min(asked, 60_000);
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1));
  return wait / 2 + Math.random() * (wait / 2);
}
