import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OperationResult } from "../pulumi-engine";
import { type RecordedState, replayState } from "./recorded-state";

jest.setTimeout(60_000);

const STATES = join(__dirname, "states");
const recorded = readdirSync(STATES).flatMap((release) =>
  readdirSync(join(STATES, release)).map(
    (file) => JSON.parse(readFileSync(join(STATES, release, file), "utf8")) as RecordedState,
  ),
);
const done = ({ ok, steps, diagnostics }: OperationResult) => ({
  ok,
  errors: diagnostics.filter(({ severity }) => severity === "error"),
  changes: steps.filter(({ op }) => op !== "same").map(({ op, name }) => `${op} ${name}`),
});
const well = (...changes: string[]) => ({ ok: true, errors: [], changes });

test.each(recorded)("this release goes on from a state of $release: $class, $mode", async (it) => {
  const { engine, backend, close } = await replayState(it);
  try {
    const last = engine(it.args.at(-1)!);
    expect(done(await last.preview())).toEqual(well());
    expect(done(await last.refresh())).toEqual(well());
    expect(done(await last.preview())).toEqual(well());
    expect(done(await engine(it.next).up())).toEqual(well("update it"));
    expect(done(await engine(it.next).preview({ refresh: true }))).toEqual(well());
    const { ok, errors } = done(await last.destroy());
    expect({ ok, errors }).toEqual({ ok: true, errors: [] });
    expect([await backend.profiles(), await backend.appProfiles()]).toEqual([[], []]);
  } finally {
    await close();
  }
});
