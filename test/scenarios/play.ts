import { startServer } from "@palette-profiles/palette-server";
import { backendOf } from "./backend";
import type { Door, Kind } from "./door";
import { kitDoor } from "./kit-door";
import { addons, REAL_PACKS } from "./profiles";
import type { Scenario } from "./scenario";
import { appScenarios, scenarios, systemScenarios } from "./scenarios";

const TIMEOUT = 60_000;

/** Runs a table through a front door, each scenario on a server of its own. */
export function playTable<K extends Kind>(door: Door, kind: K, table: readonly Scenario<K>[], timeout = TIMEOUT): void {
  const played = table.filter(
    ({ skippedBy, kitOnly }) =>
      skippedBy?.[door.name] === undefined && (kitOnly === undefined || door.name === kitDoor.name),
  );
  it.each(played.map((scenario) => [scenario.name, scenario] as const))(
    "%s",
    async (_, scenario) => {
      const server = await startServer({ packs: [REAL_PACKS], ...scenario.server });
      const stack = await door.open(server, scenario.environment, kind);
      try {
        await scenario.play(stack, await backendOf(server));
      } finally {
        await stack.close();
        await server.close();
      }
    },
    timeout,
  );
}

/** Runs the stories of app profiles through a front door. */
export function playAppScenarios(door: Door): void {
  describe(`app profiles through ${door.name}`, () => playTable(door, "app", appScenarios));
}

/** Runs the stories of the system profile through a front door. */
export function playSystemScenarios(door: Door): void {
  describe(`the system profile through ${door.name}`, () => playTable(door, "system", systemScenarios));
}

/** Runs the stories of cluster profiles, and of a server that cannot be talked to, through a front door. */
export function playScenarios(door: Door, timeout = TIMEOUT): void {
  describe(`through ${door.name}`, () => {
    playTable(door, "cluster", scenarios, timeout);

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
