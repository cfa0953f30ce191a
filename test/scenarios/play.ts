import { startServer } from "@palette-profiles/palette-server";
import { backendOf } from "./backend";
import type { Door } from "./door";
import { addons, REAL_PACKS } from "./profiles";
import { scenarios } from "./scenarios";

/** Runs the scenario table through a front door, each scenario on a server of its own. */
export function playScenarios(door: Door, timeout = 60_000): void {
  describe(`through ${door.name}`, () => {
    const played = scenarios.filter((scenario) => scenario.skippedBy?.[door.name] === undefined);
    it.each(played.map((scenario) => [scenario.name, scenario] as const))(
      "%s",
      async (_, scenario) => {
        const server = await startServer({ packs: [REAL_PACKS], ...scenario.server });
        const stack = await door.open(server);
        try {
          await scenario.play(stack, await backendOf(server));
        } finally {
          await stack.close();
          await server.close();
        }
      },
      timeout,
    );

    it(
      "says that the API key is wrong, without showing it",
      async () => {
        const server = await startServer();
        const stack = await door.open(server, { SPECTROCLOUD_APIKEY: "wrong-key-canary" });
        try {
          const { errors } = await stack.plan(addons());
          expect(errors).toContain("refused the API key");
          expect(errors).not.toContain("wrong-key-canary");
          expect(await (await backendOf(server)).profiles()).toEqual([]);
        } finally {
          await stack.close();
          await server.close();
        }
      },
      timeout,
    );

    it(
      "says at once that the host is down",
      async () => {
        const server = await startServer();
        await server.close();
        const stack = await door.open(server);
        const begun = Date.now();
        const { errors } = await stack.apply(addons());
        expect(errors).toContain("could not be reached (ECONNREFUSED)");
        expect(Date.now() - begun).toBeLessThan(15_000);
        await stack.close();
      },
      timeout,
    );
  });
}
