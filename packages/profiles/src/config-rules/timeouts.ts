import { error, type Problem } from "../rules/problem";

/** How long operations may take is written as a number and a unit, once or more often. */
export function checkTimeouts(timeouts: unknown): Problem[] {
  if (typeof timeouts !== "object" || timeouts === null) return [];
  return Object.entries(timeouts).flatMap(([operation, text]) => {
    if (typeof text !== "string" || /^(\d+[smh])+$/.test(text)) return [];
    const message = `timeouts.${operation} is "${text}": write a number and a unit, such as 90s, 20m or 1h30m.`;
    return [error("InvalidDuration", ["timeouts", operation], message)];
  });
}
