/** A version taken apart: numbers, then pre-release parts; build metadata does not count. */
interface VersionParts {
  numbers: bigint[];
  pre: string[];
}

const LENIENT = /^[vV]?(\d+(?:\.\d+)*)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;
const STRICT =
  /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){0,2}(?:-(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*))*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;
const FULL = /^\d+\.\d+\.\d+/;
/** Palette 4.10 takes a small `v` before a full version, and keeps it without. */
const MARKED = /^v(?=\d+\.\d+\.\d+)/;

/**
 * Whether a text may be a profile's version: `x.y.z`, with `-pre.release` and `+build`; `1` and `1.2` stand for `1.0.0`
 * and `1.2.0`, `v1.2.3` for `1.2.3`. `v1.2`, `V1.2.3`, `1.2.3.4` and `2.2.2.develop` may not.
 */
export function isProfileVersion(version: string): boolean {
  const plain = version.replace(MARKED, "");
  return STRICT.test(plain) && (FULL.test(plain) || /^[\d.]+$/.test(plain));
}

/** Whether two versions are the same: `1.2` and `1.2.0`, `v1.2` and `1.2`. Build metadata counts: it names other content. */
export function sameVersion(a: string, b: string): boolean {
  if (a === b) return true;
  const left = partsOf(a);
  const right = partsOf(b);
  if (!left || !right || buildOf(a) !== buildOf(b)) return false;
  return compareParts(left, right) === 0;
}

/**
 * Orders versions by semver's precedence, lenient for pack tags: any count of numbers, a leading `v`. A text that is no
 * version (a train such as `1.30.x`) comes after all versions, by its letters.
 */
export function versionCompare(a: string, b: string): number {
  const left = partsOf(a);
  const right = partsOf(b);
  if (left && right) return compareParts(left, right);
  if (left) return -1;
  if (right) return 1;
  return compareText(a, b);
}

function partsOf(version: string): VersionParts | undefined {
  const match = LENIENT.exec(version.trim());
  if (!match) return undefined;
  return { numbers: match[1]!.split(".").map(BigInt), pre: match[2] === undefined ? [] : match[2].split(".") };
}

function buildOf(version: string): string {
  return version.includes("+") ? version.slice(version.indexOf("+")) : "";
}

function compareParts(a: VersionParts, b: VersionParts): number {
  for (let i = 0; i < Math.max(a.numbers.length, b.numbers.length); i++) {
    const x = a.numbers[i] ?? 0n;
    const y = b.numbers[i] ?? 0n;
    if (x !== y) return x < y ? -1 : 1;
  }
  if (a.pre.length === 0 || b.pre.length === 0) return Math.sign(b.pre.length - a.pre.length);
  for (let i = 0; i < Math.max(a.pre.length, b.pre.length); i++) {
    const order = comparePre(a.pre[i], b.pre[i]);
    if (order !== 0) return order;
  }
  return 0;
}

function comparePre(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  const numeric = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (numeric[0] && numeric[1]) return BigInt(a) === BigInt(b) ? 0 : BigInt(a) < BigInt(b) ? -1 : 1;
  if (numeric[0] !== numeric[1]) return numeric[0] ? -1 : 1;
  return compareText(a, b);
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
