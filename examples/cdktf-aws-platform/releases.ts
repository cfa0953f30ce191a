/** What a release of the platform is made of. */
export interface Release {
  readonly kubernetes: string;
  readonly argoCd: string;
  /** What it changes in the values of a pack, over `values/PACK.yaml`. */
  readonly values?: { readonly [pack: string]: object };
}

/**
 * The releases that an environment may run. One that is out does not change: a new one is written below it, and
 * `immutableVersions` refuses what would change one that staging or prod runs.
 */
export const RELEASES: Readonly<Record<string, Release>> = {
  "1.0.0": { kubernetes: "1.30.9", argoCd: "7.7.5" },
  "1.1.0": {
    kubernetes: "1.31.5",
    argoCd: "7.8.2",
    // Argo CD looks at Git more often.
    values: { "argo-cd": { charts: { "argo-cd": { controller: { resyncSeconds: 60 } } } } },
  },
};
