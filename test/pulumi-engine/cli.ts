import { parseArgs } from "node:util";
import { createEngine } from "./engine";
import { diagnosticText, stepText, summaryText } from "./text";
import type { Engine } from "./types";

const USAGE =
  "node test/dist/pulumi-engine/cli.js up|preview|refresh|destroy --program DIR --state FILE [--config KEY=VALUE]... [--refresh] [--json]";

/** Runs one operation and prints it as it goes. */
async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      program: { type: "string" },
      state: { type: "string" },
      config: { type: "string", multiple: true },
      refresh: { type: "boolean" },
      json: { type: "boolean" },
    },
  });
  const [operation] = positionals;
  if (!isOperation(operation) || values.program === undefined || values.state === undefined) {
    console.error(USAGE);
    return 1;
  }
  const dryRun = operation === "preview";
  const print = (text: string) => values.json || console.log(text);
  const engine = createEngine({
    program: values.program,
    state: values.state,
    config: Object.fromEntries((values.config ?? []).map(keyAndValue)),
    onStep: (step) => step.type === "pulumi:pulumi:Stack" || print(stepText(step, dryRun)),
    onDiagnostic: (diagnostic) => print(diagnosticText(diagnostic)),
  });
  const started = performance.now();
  const how = { refresh: values.refresh ?? false };
  const result = await (dryRun ? engine.preview(how) : operation === "up" ? engine.up(how) : engine[operation]());
  const resources = result.steps.filter((step) => step.type !== "pulumi:pulumi:Stack");
  if (values.json) console.log(JSON.stringify(result));
  else {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    for (const [name, value] of Object.entries(result.outputs)) {
      const shown = result.secretOutputs.includes(name) ? "[secret]" : JSON.stringify(value);
      if (operation === "up" && result.ok) console.log(`  ${name} = ${shown}`);
    }
    const summary = summaryText({ ...result, steps: resources }, dryRun);
    console.log(`${operation}: ${result.ok ? summary : "failed"} (${seconds} s)`);
  }
  return result.ok ? 0 : 1;
}

function isOperation(text: string | undefined): text is Exclude<keyof Engine, "import"> {
  return text === "preview" || text === "up" || text === "refresh" || text === "destroy";
}

function keyAndValue(text: string): [string, string] {
  const at = text.indexOf("=");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
