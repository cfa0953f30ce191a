import type { V1ListMetaData } from "../palette-types.generated";

/** What Palette gives on one page at most. */
export const PAGE = 50;

/** All items of a list, page by page. `ask` gets the query of a page. */
export async function allPages<P extends { listmeta?: V1ListMetaData }, T>(
  ask: (query: Record<string, string | number>) => Promise<P>,
  itemsOf: (page: P) => readonly T[] | undefined,
): Promise<T[]> {
  const items: T[] = [];
  let next: string | undefined;
  do {
    const page = await ask({ limit: PAGE, ...(next === undefined ? {} : { continue: next }) });
    items.push(...(itemsOf(page) ?? []));
    const following = page.listmeta?.continue;
    next = following === "" || following === next ? undefined : following;
  } while (next !== undefined);
  return items;
}
