import { UserError } from "../failure";

/**
 * What Palette has of a cluster profile, as its API answers, with the credentials of the environment: `palette:NAME@VERSION`, or without a
 * version the newest.
 */
export async function readLive(name: string, version: string | undefined) {
  const { palette, scopeOf } = await import("@palette-profiles/resources");
  const { clusterProfiles } = await import("@palette-profiles/palette-api");
  const { sameVersion, versionCompare } = await import("@palette-profiles/profiles");
  const { readLiveProfile } = await import("@palette-profiles/review");
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  const run = { context: palette.configure({}, process.env), signal: stop.signal };
  const calls = clusterProfiles(run.context.client, await scopeOf({}, run));
  const versionOf = (it: { spec?: { version?: string } }) => it.spec?.version ?? "1.0.0";
  const versions = (await calls.list()).items
    .filter(({ metadata }) => metadata?.name === name)
    .sort((a, b) => versionCompare(versionOf(b), versionOf(a)));
  const found = version === undefined ? versions[0] : versions.find((it) => sameVersion(versionOf(it), version));
  const uid = found?.metadata?.uid;
  if (uid === undefined) {
    const there = versions.map(versionOf);
    throw new UserError(
      there.length === 0
        ? `${run.context.client.url} has no cluster profile "${name}" in the project "${run.context.project}"`
        : `The cluster profile "${name}" has no version ${version}; there is ${there.join(", ")}`,
    );
  }
  const [profile, variables, manifests] = await Promise.all([
    calls.get(uid),
    calls.variables(uid),
    calls.manifests(uid),
  ]);
  return readLiveProfile({ profile, variables, manifests });
}
