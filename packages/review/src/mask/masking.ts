import { globSource } from "../glob";

/** What a configuration says of masking. A name stands for all keys that are called so, and a path, in which `*` is any text, for all below. */
export interface Masking {
  /** Masked too: `customerNumber`, `charts.*.license`, `argo-cd > configs.repositories`. */
  mask?: readonly string[];
  /** Shown though it looks like a secret; never what is declared as one: by an engine, a variable, a service, or a Kubernetes Secret. */
  show?: readonly string[];
}

/** Whether the value at a place is named. Places are as a review tells them: `argo-cd > configs.repositories[0].url`. */
export type PlaceTest = (place: string) => boolean;

const NAME = /^[\w-]+$/;

/** Reads patterns; undefined where there are none. */
export function placeTest(patterns: readonly string[] | undefined): PlaceTest | undefined {
  if (patterns === undefined || patterns.length === 0) return undefined;
  const tests = patterns.map(patternTest);
  return (place) => tests.some((test) => test.test(place));
}

/** A name stands anywhere on the way; a path begins where the place does or behind a layer, a manifest or a document. */
function patternTest(pattern: string): RegExp {
  const start = NAME.test(pattern) ? String.raw`(?:^|[.> ]|\[")` : "(?:^|> )";
  return new RegExp(`${start}${globSource(pattern)}(?=$|[.[]|"\\]| >)`, NAME.test(pattern) ? "i" : "");
}
