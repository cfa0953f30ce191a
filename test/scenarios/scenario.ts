import type { ServerOptions } from "@palette-profiles/palette-server";
import type { Backend } from "./backend";
import type { Action, ProfileConfig, Stack } from "./door";

/** One story of a profile's life, the same through every front door. */
export interface Scenario {
  name: string;
  /** The doors that skip it, each with the reason. */
  skippedBy?: Record<string, string>;
  /** How its server differs from that of the others. */
  server?: Partial<ServerOptions>;
  play(stack: Stack, backend: Backend): Promise<void>;
}

/** The outcome is this action, and no error. */
export async function well(outcome: Promise<{ action: Action; errors: string }>, action: Action): Promise<void> {
  expect(await outcome).toEqual({ action, errors: "" });
}

/** The values that the backend holds for a layer of the first profile. */
export async function leafOf(backend: Backend, layer: string): Promise<string | undefined> {
  const [profile] = await backend.profiles();
  return profile?.spec?.published?.packs?.find((pack) => pack.name === layer)?.values;
}

/** A config that must be refused while planning, with words that help, and leave the backend as it was. */
export const refused = (name: string, config: ProfileConfig, ...words: string[]): Scenario => ({
  name: `refuses ${name} while planning, and makes nothing`,
  async play(stack, backend) {
    for (const outcome of [await stack.plan(config), await stack.apply(config)]) {
      for (const word of words) expect(outcome.errors).toContain(word);
    }
    expect(await backend.profiles()).toEqual([]);
  },
});
