import type * as pulumi from "@pulumi/pulumi";
import type { AppProfileTierArgs } from "../app-profile.generated";

/** The same value, in which outputs may stand at every depth. */
export type Given<T> = [T] extends [string | number | boolean]
  ? pulumi.Input<T>
  : T extends readonly (infer Element)[]
    ? pulumi.Input<Given<Element>[]>
    : pulumi.Input<{ [Key in keyof T]: Given<Exclude<T[Key], undefined>> }>;

/** What a builder takes: a name that is known, since references hold it, and everything else as it may come. */
export type TierInput<T> = { [Key in keyof T]: Key extends "name" ? T[Key] : Given<Exclude<T[Key], undefined>> };

/** A tier for `AppProfileArgs.tiers`, whose name is known. */
export type Tier = AppProfileTierArgs & { name: string };

/** Without what is not given, as the state has it. */
export function withoutAbsent<T extends object>(tier: T): T {
  return Object.fromEntries(Object.entries(tier).filter(([, value]) => value !== undefined)) as T;
}
