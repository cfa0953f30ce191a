/** Requests a second, and how many may come at once. */
interface Limit {
  perSecond: number;
  burst: number;
}

/** Palette's documented limits: sub-resources share the budget of their prefix. */
const LIMITS: readonly (readonly [prefix: string, limit: Limit])[] = [
  ["/v1/clusterprofiles", { perSecond: 50, burst: 250 }],
  ["/v1/packs", { perSecond: 10, burst: 50 }],
  ["/v1/registries", { perSecond: 10, burst: 50 }],
  ["/v1/projects", { perSecond: 10, burst: 50 }],
  ["/v1/system", { perSecond: 10, burst: 50 }],
  ["/v1", { perSecond: 10, burst: 50 }],
];

export interface RateLimits {
  /** True when this client may still call this path now. */
  admit(client: string, path: string): boolean;
}

/** One token bucket per client address and prefix. */
export function createRateLimits(now: () => number = Date.now): RateLimits {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    admit(client, path) {
      const [prefix, limit] = LIMITS.find(([candidate]) => isUnder(path, candidate)) ?? LIMITS.at(-1)!;
      const key = `${client} ${prefix}`;
      const time = now();
      const bucket = buckets.get(key) ?? { tokens: limit.burst, at: time };
      const refilled = bucket.tokens + ((time - bucket.at) / 1000) * limit.perSecond;
      const tokens = Math.min(limit.burst, refilled);
      const admitted = tokens >= 1;
      buckets.set(key, { tokens: admitted ? tokens - 1 : tokens, at: time });
      return admitted;
    },
  };
}

function isUnder(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}
