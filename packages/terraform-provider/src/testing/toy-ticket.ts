import { DiagnosticError, type EphemeralSpec, s } from "@palette-profiles/resource-kit";
import type { Toy } from "./toy";

/** A ticket that has to be renewed, and is torn up when it is not needed any more. */
export const ticket: EphemeralSpec<Toy> = {
  type: "ticket",
  description: "Lets one in.",
  attributes: {
    seat: s.string({ description: "Where.", required: true }),
    number: s.string({ description: "The ticket's number.", computed: true, sensitive: true }),
  },
  validate: ({ seat }) =>
    seat === "floor"
      ? [{ severity: "error", code: "Seat", summary: "No such seat", detail: "floor", path: ["seat"] }]
      : [],
  async open({ seat }, { context }) {
    if (seat === "taken") throw new DiagnosticError({ code: "T", summary: "Taken", detail: "taken", path: ["seat"] });
    context.tickets.push(`open ${String(seat)}`);
    return { result: { number: "n-1" }, renewAt: new Date("2030-01-01T00:00:00.250Z"), private: { renewals: 0 } };
  },
  async renew(kept, { context }) {
    const { renewals } = kept as { renewals: number };
    context.tickets.push(`renew ${renewals}`);
    return { private: { renewals: renewals + 1 } };
  },
  async close(kept, { context }) {
    context.tickets.push(`close ${(kept as { renewals: number }).renewals}`);
  },
};
