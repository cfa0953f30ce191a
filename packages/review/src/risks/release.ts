/** The first numbers of a version or a train. */
export interface Release {
  major: number;
  minor: number;
}

/** `1.30` of `1.30.4`, `v1.30.4+k3s1` or `1.30.x`; undefined where a text has not both numbers. */
export function releaseOf(tag: string | undefined): Release | undefined {
  const found = /^v?(\d+)\.(\d+)(?![\w])/.exec(tag ?? "");
  return found === null ? undefined : { major: Number(found[1]), minor: Number(found[2]) };
}

/** How many minor releases lie between two: negative where the second is older. Undefined across major releases. */
export function minorsBetween(from: Release, to: Release): number | undefined {
  return from.major === to.major ? to.minor - from.minor : undefined;
}
