/** Palette's documented limits, per source address: calls a second and burst, by the path's first part. */
const LIMITS: readonly { prefix: string; rate: number; burst: number }[] = [
  { prefix: "/v1/clusterprofiles", rate: 50, burst: 250 },
  { prefix: "/v1/spectroclusters", rate: 50, burst: 250 },
  { prefix: "/v1/cloudconfigs", rate: 50, burst: 250 },
];
const DEFAULT = { rate: 10, burst: 50 };

interface Bucket {
  rate: number;
  burst: number;
  tokens: number;
  at: number;
}

/**
 * Waits where the next call would go over Palette's documented limits (docs: API introduction, "Rate limits"), so that
 * no call has to be refused. One for a process.
 */
export interface Limiter {
  /** Resolves when the call may be made; rejects when `signal` aborts first. */
  wait(path: string, signal: AbortSignal): Promise<void>;
}

export function createLimiter(now: () => number = Date.now): Limiter {
  const buckets = new Map<string, Bucket>();
  return {
    async wait(path, signal) {
      const limit = LIMITS.find((each) => path === each.prefix || path.startsWith(`${each.prefix}/`));
      const name = limit?.prefix ?? path.split("/").slice(0, 3).join("/");
      const { rate, burst } = limit ?? DEFAULT;
      const bucket = buckets.get(name) ?? { rate, burst, tokens: burst, at: now() };
      buckets.set(name, bucket);
      const time = now();
      bucket.tokens = Math.min(burst, bucket.tokens + ((time - bucket.at) / 1000) * rate);
      bucket.at = time;
      // A negative balance is a place in the queue.
      bucket.tokens -= 1;
      if (bucket.tokens < 0) await sleep((-bucket.tokens / rate) * 1000, signal);
    },
  };
}

/** Resolves after `ms`; rejects with the signal's reason when it aborts first. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  });
}
