import type { ProfileProperties } from "./facts";
import type { Finding } from "./finding";
import { leavesOf } from "./leaves";
import { textsOf } from "./texts";

const COUNTS = new Set(["replicas", "replicaCount"]);

/** What has one replica is away while its node is upgraded. */
export function findSingleReplicas(profile: ProfileProperties): Finding[] {
  return textsOf(profile).flatMap(({ path, text }) =>
    leavesOf(text)
      .filter(({ key, value }) => COUNTS.has(key) && value === 1)
      .map((leaf): Finding => {
        const message = "One replica is none while its node is upgraded.";
        return { code: "palette-single-replicas", path, within: leaf.path, message, fix: "Give it 2 or more." };
      }),
  );
}
