import { setMaxListeners } from "node:events";
import { createLimiter } from "./limiter";

const signal = new AbortController().signal;

/** How many of `count` calls may be made at once. */
async function atOnce(path: (index: number) => string, count: number): Promise<number> {
  const limiter = createLimiter(() => 0);
  let made = 0;
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  const waits = Array.from({ length: count }, (_, index) =>
    limiter.wait(path(index), stop.signal).then(
      () => (made += 1),
      () => undefined,
    ),
  );
  await new Promise(setImmediate);
  const soFar = made;
  stop.abort();
  await Promise.all(waits);
  return soFar;
}

describe("the limiter", () => {
  it("lets Palette's documented burst of 250 cluster profile calls through, sub-resources included", async () => {
    expect(await atOnce((index) => `/v1/clusterprofiles/${index}/variables`, 300)).toBe(250);
  });

  it("lets 50 calls of any other prefix through", async () => {
    expect(await atOnce(() => "/v1/packs/search", 60)).toBe(50);
  });

  it("counts each prefix for itself", async () => {
    expect(await atOnce((index) => (index % 2 ? "/v1/packs/x" : "/v1/registries/y"), 120)).toBe(100);
  });

  it("makes a call beyond the burst wait its turn, and no longer", async () => {
    const limiter = createLimiter();
    for (let index = 0; index < 50; index++) await limiter.wait("/v1/packs", signal);
    const begun = Date.now();
    await limiter.wait("/v1/packs", signal);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(50);
    expect(Date.now() - begun).toBeLessThan(1_000);
  });
});
