/** What a release of the platform is made of. */
export interface Release {
  kubernetes: string;
  argoCd: string;
}

/**
 * The releases that any stage may run. A release does not change once it is out: a new one is written below it, and
 * `immutableVersions` refuses what would change one that there is.
 */
export const releases: Readonly<Record<string, Release>> = {
  "1.0.0": { kubernetes: "1.30.9", argoCd: "7.7.5" },
  "1.1.0": { kubernetes: "1.31.5", argoCd: "7.8.2" },
};
