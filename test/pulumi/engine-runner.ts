import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createEngine, type OperationResult, Session } from "../pulumi-engine";
import { exportsOf } from "./exports-of";
import { createProgramFolder } from "./program-folder";
import type { Result, Runner, Setup } from "./runner";

const STACK_TYPE = "pulumi:pulumi:Stack";

/** Programs run by the engine of `test/pulumi-engine`. */
export const engineRunner: Runner = {
  name: "the test engine",
  async open(first = {}) {
    const folder = await createProgramFolder();
    const state = join(folder.root, "state.json");
    let setup: Setup = {};
    const change = async (next: Setup) => {
      setup = { ...setup, ...next };
      await folder.write(next);
    };
    await change(first);
    const session = first.quick === true ? new Session() : undefined;
    const engine = () =>
      createEngine({
        ...(session === undefined ? {} : { session, inline: () => exportsOf(setup.files?.["index.js"] ?? "") }),
        program: folder.program,
        state,
        passphrase: "test",
        config: { ...setup.config, ...setup.secretConfig },
        secretConfig: Object.keys(setup.secretConfig ?? {}),
        env: setup.env ?? {},
      });
    return {
      folder: folder.program,
      change,
      preview: async (how) => resultOf(await engine().preview(how)),
      up: async (how) => resultOf(await engine().up(how)),
      refresh: async (how) => resultOf(await engine().refresh(how)),
      destroy: async () => resultOf(await engine().destroy()),
      import: async (what) => resultOf(await engine().import(what)),
      state: () => readFile(state, "utf8"),
      async close() {
        await session?.close();
        await folder.remove();
      },
    };
  },
};

function resultOf({ ok, steps, diagnostics, outputs }: OperationResult): Result {
  const of = (severity: string) => diagnostics.filter((each) => each.severity === severity);
  return {
    ok,
    steps: steps
      .filter(({ type }) => type !== STACK_TYPE)
      .map(({ op, name, type, diff, replaces }) => ({
        op,
        name,
        type,
        diff: diff.map(({ path, kind, replace }) => ({ path, kind, ...(replace ? { replace } : {}) })),
        replaces,
      })),
    outputs,
    errors: of("error").map(({ message }) => message),
    warnings: of("warning").map(({ message, urn }) => ({
      message,
      ...(urn === undefined ? {} : { name: urn.split("::").at(-1)! }),
    })),
    told: JSON.stringify([steps, diagnostics]),
  };
}
