import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { PaletteError } from "./errors";

const sha256 = (text: string) => createHash("sha256").update(text).digest();

/** Makes the check of the `ApiKey` header: 401 without a key, 403 with a wrong one. */
export function makeKeyCheck(keys: readonly string[]): (headers: IncomingHttpHeaders) => void {
  const digests = keys.map(sha256);
  return (headers) => {
    const given = headers.apikey;
    if (typeof given !== "string" || given === "") {
      throw new PaletteError(401, "Unauthenticated", "The header ApiKey is missing");
    }
    const digest = sha256(given);
    // Every key is compared, each in constant time, so that the time says nothing about which one was near.
    const matches = digests.filter((known) => timingSafeEqual(known, digest));
    if (matches.length === 0) throw new PaletteError(403, "InvalidApiKey", "The API key is not known");
  };
}
