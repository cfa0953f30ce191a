import { DiagnosticError, type Run } from "@palette-profiles/resource-kit";
import type { Palette } from "../palette";
import type { LineageState } from "./state";

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000 } as const;
const DEFAULT = 20 * UNITS.m;

/** The run, with the deadline that the resource's `timeouts` set for an operation. */
export function withDeadline(
  run: Run<Palette>,
  timeouts: LineageState["timeouts"],
  operation: "create" | "update" | "delete",
): Run<Palette> {
  const text = timeouts?.[operation];
  const ms = text === undefined ? DEFAULT : parseDuration(text, operation);
  return { ...run, signal: AbortSignal.any([run.signal, AbortSignal.timeout(ms)]) };
}

/** `90s`, `20m`, `1h30m` in milliseconds. */
export function parseDuration(text: string, operation: string): number {
  if (!/^(\d+[smh])+$/.test(text)) {
    throw new DiagnosticError({
      code: "InvalidDuration",
      path: ["timeouts", operation],
      summary: `"${text}" is not a duration`,
      detail: `timeouts.${operation} is "${text}": write a number and a unit, such as 90s, 20m or 1h30m.`,
    });
  }
  return [...text.matchAll(/(\d+)([smh])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * UNITS[unit as keyof typeof UNITS],
    0,
  );
}
