import { PaletteCancelledError, PaletteError, PaletteUnreachableError } from "@palette-profiles/palette-api";
import { DiagnosticError, PartialStateError } from "@palette-profiles/resource-kit";

const API_KEY = "the API key";
/** For calls in the system scope. */
export const SYSTEM_TOKEN = "the system administrator's sign-in";

/** Runs `act`, and tells what goes wrong in it as one clear error: what was being done, what Palette said, what to do. */
export async function explained<T>(doing: string, act: () => Promise<T>, key = API_KEY): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof PartialStateError) throw new PartialStateError(error.state, explain(doing, error.cause, key));
    throw explain(doing, error, key);
  }
}

function explain(doing: string, error: unknown, key: string): unknown {
  if (error instanceof PaletteError) {
    return new DiagnosticError({ code: error.code, ...tellRefusal(doing, error, key) });
  }
  if (error instanceof PaletteUnreachableError) {
    const advice =
      error.code === "NO_API_KEY" || error.code === "NO_SYSTEM_TOKEN"
        ? ""
        : ". Check the host, the network, and that Palette is up; then try again";
    return new DiagnosticError({
      code: "PaletteUnreachable",
      summary: `Palette could not be asked while ${doing}`,
      detail: `${error.call}: ${error.message}${advice}.`,
    });
  }
  if (error instanceof PaletteCancelledError) {
    return new DiagnosticError({ code: "Cancelled", summary: `Stopped while ${doing}`, detail: `${error.message}.` });
  }
  return error;
}

function tellRefusal(doing: string, error: PaletteError, key: string): { summary: string; detail: string } {
  const said = `${error.call} answered ${error.status} ${error.code}: ${error.message}${error.ref ? ` (Palette's reference: ${error.ref})` : ""}.`;
  if (error.status !== 429 && /limit|quota/i.test(error.code)) {
    return {
      summary: `Palette's limit is reached, while ${doing}`,
      detail: `${said} Each version of a cluster profile counts, in all projects and the tenant together; 200 are the default. Remove versions that nothing uses, keep fewer of them (retainVersions), or have a tenant administrator raise the limit (Tenant Settings > Resource Limits).`,
    };
  }
  switch (error.status) {
    case 401:
    case 403:
      return {
        summary: `Palette refused ${key} while ${doing}`,
        detail: `${said} Check that it is right, has not expired, and may do this in this scope.`,
      };
    case 409:
      return {
        summary: `Palette has one already, while ${doing}`,
        detail: `${said} Choose another name or version, import the one that is there, or take it over with adopt = true.`,
      };
    case 429:
      return {
        summary: `Palette is over its rate limit, while ${doing}`,
        detail: `${said} Try again in a minute, or with less parallelism.`,
      };
    default:
      return { summary: `Palette refused, while ${doing}`, detail: said };
  }
}
