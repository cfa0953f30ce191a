import { readBoolean, readObject, readString } from "./body";

/** Reads Palette's `{eq, ne, beginsWith, contains, ignoreCase}`; absent parts let everything through. */
export function readStringFilter(value: unknown, path: string): (text: string) => boolean {
  const filter = readObject(value, path) ?? {};
  const ignoreCase = readBoolean(filter.ignoreCase, `${path}.ignoreCase`) ?? false;
  const fold = (text: string) => (ignoreCase ? text.toLowerCase() : text);
  const part = (key: string) => {
    const text = readString(filter[key], `${path}.${key}`);
    return text === undefined ? undefined : fold(text);
  };
  const [eq, ne, beginsWith, contains] = [part("eq"), part("ne"), part("beginsWith"), part("contains")];
  return (text) => {
    const folded = fold(text);
    return (
      (eq === undefined || folded === eq) &&
      (ne === undefined || folded !== ne) &&
      (beginsWith === undefined || folded.startsWith(beginsWith)) &&
      (contains === undefined || folded.includes(contains))
    );
  };
}
