/** The environments, a stack each, and the release that each runs. A promotion is one line of this file. */
export const ENVIRONMENTS: Readonly<Record<string, string>> = {
  dev: "1.1.0",
  staging: "1.1.0",
  prod: "1.0.0",
};
