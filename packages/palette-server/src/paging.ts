import type { V1ListMetaData } from "@palette-profiles/palette-api";
import { invalid } from "./errors";

const PAGE_SIZE = 50;

export interface PageRequest {
  limit: number;
  offset: number;
}

interface PageQuery {
  limit?: string;
  offset?: string;
  continue?: string;
}

function readNumber(text: string | undefined, name: string): number | undefined {
  if (text === undefined || text === "") return undefined;
  if (!/^\d{1,9}$/.test(text)) throw invalid("InvalidQuery", `${name} must be a whole number, not "${text}"`);
  return Number(text);
}

/** Reads `limit`, `offset` and `continue` as Palette has them; a limit of 0 means the default of 50, and none is larger. */
export function readPage(query: PageQuery): PageRequest {
  const limit = readNumber(query.limit, "limit") ?? PAGE_SIZE;
  const offset = query.continue ? readToken(query.continue) : (readNumber(query.offset, "offset") ?? 0);
  return { limit: limit === 0 ? PAGE_SIZE : Math.min(limit, PAGE_SIZE), offset };
}

function readToken(token: string): number {
  const match = /^offset:(\d{1,9})$/.exec(Buffer.from(token, "base64url").toString("utf8"));
  if (!match) throw invalid("InvalidQuery", `continue is not a token of this server: "${token}"`);
  return Number(match[1]);
}

/** Cuts one page out of a list and says how to ask for the next one. */
export function pageOf<T>(all: readonly T[], page: PageRequest): { items: T[]; listmeta: V1ListMetaData } {
  const items = all.slice(page.offset, page.offset + page.limit);
  const next = page.offset + items.length;
  const token = next < all.length && items.length > 0 ? Buffer.from(`offset:${next}`).toString("base64url") : "";
  return { items, listmeta: { continue: token, count: all.length, limit: page.limit, offset: page.offset } };
}
