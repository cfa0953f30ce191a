import type { ServerOptions } from "@palette-profiles/palette-server";
import type { Backend } from "./backend";
import type { Action, Configs, Kind, Stack } from "./door";

/** One story of a profile's life, the same through every front door. */
export interface Scenario<K extends Kind = "cluster"> {
  name: string;
  /** The doors that skip it, each with the reason. */
  skippedBy?: Record<string, string>;
  /** Why the kit alone plays it: the slow doors add nothing that another story does not show. */
  kitOnly?: string;
  /** How its server differs from that of the others. */
  server?: Partial<ServerOptions>;
  /** What the user's environment holds beside the server's address and key. */
  environment?: Record<string, string>;
  play(stack: Stack<K>, backend: Backend): Promise<void>;
}

/** For stories of what the plan decides, alike for every engine: Pulumi starts two programs for each of its steps. */
export const NOT_PULUMI = { Pulumi: "the kit and Terraform prove it; nothing of it is Pulumi's own" };

/** For `kitOnly`: what no engine takes part in. */
export const RESOURCE_ALONE =
  "the resource decides it, whichever engine asks; other stories show such plans through all";

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
export const refused = <K extends "cluster" | "app">(
  name: string,
  config: Configs[K],
  ...words: string[]
): Scenario<K> => ({
  name: `refuses ${name} while planning, and makes nothing`,
  async play(stack, backend) {
    await refuses(stack, config, ...words);
    expect(await backend.profiles()).toEqual([]);
    expect(await backend.appProfiles()).toEqual([]);
  },
});

/** A refusal that only the kit plays: doors show all errors of a plan alike, and others of its kind go through them. */
export const inKit = <K extends Kind>(scenario: Scenario<K>): Scenario<K> => ({
  ...scenario,
  kitOnly: "doors show the errors of a plan alike, as other refusals prove",
});

/** Terraform's `allow_update` is `allowUpdate` elsewhere. */
const spelt = (text: string) => text.replaceAll("_", "").toLowerCase();

/** Neither planned nor applied, for an error with these words. */
export async function refuses<K extends Kind>(stack: Stack<K>, config: Configs[K], ...words: string[]): Promise<void> {
  for (const { errors } of [await stack.plan(config), await stack.apply(config)]) {
    for (const word of words) expect(spelt(errors)).toContain(spelt(word));
  }
}
