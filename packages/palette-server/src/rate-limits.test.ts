import { createRateLimits } from "./rate-limits";
import { startTestServer } from "./test-support";

const admitted = (attempts: number, attempt: () => boolean) =>
  Array.from({ length: attempts }, attempt).filter(Boolean).length;

test("a prefix admits its burst, then its rate", () => {
  let now = 0;
  const limits = createRateLimits(() => now);
  expect(admitted(300, () => limits.admit("a", "/v1/clusterprofiles/x/variables"))).toBe(250);
  now += 1000;
  expect(admitted(300, () => limits.admit("a", "/v1/clusterprofiles"))).toBe(50);
  now += 3_600_000;
  expect(admitted(300, () => limits.admit("a", "/v1/clusterprofiles"))).toBe(250);
});

test("each prefix and each client has a budget of its own", () => {
  const limits = createRateLimits(() => 0);
  expect(admitted(100, () => limits.admit("a", "/v1/packs"))).toBe(50);
  expect(limits.admit("a", "/v1/packs/x")).toBe(false);
  expect(limits.admit("a", "/v1/packsX")).toBe(true);
  expect(limits.admit("a", "/v1/registries/metadata")).toBe(true);
  expect(limits.admit("b", "/v1/packs")).toBe(true);
});

test("a server with the documented limits answers 429 in Palette's error shape, one without never does", async () => {
  for (const [rateLimits, expected] of [
    ["documented", 429],
    ["off", 200],
  ] as const) {
    const client = await startTestServer({ rateLimits });
    const answers = await Promise.all(Array.from({ length: 80 }, () => client.call("GET", "/v1/registries/metadata")));
    const last = answers.filter((answer) => answer.status !== 200).at(-1) ?? answers.at(-1);
    expect(last?.status).toBe(expected);
    if (expected === 429) expect(last?.body).toMatchObject({ code: "TooManyRequests", message: expect.any(String) });
    await client.close();
  }
});
