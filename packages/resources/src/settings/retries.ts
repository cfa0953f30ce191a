import { DiagnosticError } from "@palette-profiles/resource-kit";

const MOST = 20;

/**
 * How often a call is made in all, from `retry_attempts`: how often it is made again.
 * @throws {DiagnosticError} `InvalidSetting`
 */
export function attemptsOf(value: unknown, where: string): number | undefined {
  if (value === undefined || value === "") return undefined;
  const retries = typeof value === "string" ? Number(value.trim() || Number.NaN) : value;
  if (typeof retries === "number" && Number.isInteger(retries) && retries >= 0 && retries <= MOST) return retries + 1;
  throw new DiagnosticError({
    code: "InvalidSetting",
    path: ["retryAttempts"],
    summary: "Not a number of retries",
    detail: `${where} is ${JSON.stringify(value)}. Write a whole number from 0 to ${MOST}, or leave it out for 4.`,
  });
}
