import { createHash } from "node:crypto";
import { type AnyValues, isObject, isUnknown, type Plan } from "@palette-profiles/resource-kit";

/**
 * Plans made by check and diff, kept for the create or update that follows with the same values: what was shown is what
 * is done, and the backend is asked once. A plan is taken once.
 */
export class PlanMemory {
  readonly #plans = new Map<string, Plan>();

  keep(prior: AnyValues | undefined, config: AnyValues, plan: Plan): void {
    this.#plans.set(digest([prior, config]), plan);
  }

  take(prior: AnyValues | undefined, config: AnyValues): Plan | undefined {
    const key = digest([prior, config]);
    const plan = this.#plans.get(key);
    this.#plans.delete(key);
    return plan;
  }
}

/** Equal for equal values. Pulumi does not keep the order of an object's keys, so it must not count. */
export function digest(value: unknown): string {
  return createHash("sha256").update(canonical(value)).digest("base64");
}

function canonical(value: unknown): string {
  if (isUnknown(value)) return "unknown";
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? "absent";
  const entries = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${entries.join()}}`;
}
