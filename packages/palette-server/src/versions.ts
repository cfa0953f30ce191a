/** Splits `1.30.9-rc.1` into its numbers and its pre-release. */
function parse(version: string): { numbers: number[]; prerelease: string } {
  const [core = "", ...rest] = version.replace(/^v/, "").split("+")[0]!.split("-");
  return { numbers: core.split(".").map((part) => Number.parseInt(part, 10) || 0), prerelease: rest.join("-") };
}

function comparePrerelease(left: string, right: string): number {
  if (left === right) return 0;
  // A release is newer than its pre-releases.
  if (left === "") return 1;
  if (right === "") return -1;
  return left.localeCompare(right, "en", { numeric: true });
}

/** Negative when `left` is the older one. Palette's packs do not all keep to SemVer, so any number of parts goes. */
export function compareVersions(left: string, right: string): number {
  const a = parse(left);
  const b = parse(right);
  for (let index = 0; index < Math.max(a.numbers.length, b.numbers.length); index++) {
    const difference = (a.numbers[index] ?? 0) - (b.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return comparePrerelease(a.prerelease, b.prerelease);
}

/** A train is a tag such as `1.30.x` or `1.x`, which stands for its newest release. */
export function isTrain(tag: string): boolean {
  return /^v?\d+(\.\d+)*\.x$/.test(tag);
}

/** The trains a version belongs to, the widest first: `1.x`, `1.30.x` for `1.30.9`. */
export function trainsOf(version: string): string[] {
  const parts = version.split("-")[0]!.split(".");
  return parts.slice(1).map((_, index) => `${parts.slice(0, index + 1).join(".")}.x`);
}

/** The version a tag stands for, among those there are. */
export function resolveTag(tag: string, versions: readonly string[]): string | undefined {
  if (versions.includes(tag)) return tag;
  if (!isTrain(tag)) return undefined;
  const prefix = tag.slice(0, -1);
  const members = versions.filter((version) => version.startsWith(prefix));
  const releases = members.filter((version) => parse(version).prerelease === "");
  return (releases.length > 0 ? releases : members).sort(compareVersions).at(-1);
}
