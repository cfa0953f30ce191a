import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startServer } from "@palette-profiles/palette-server";
import { backendOf } from "../scenarios/backend";
import { openWorkplace } from "./programs";

const readme = readFileSync(join(__dirname, "../../packages/pulumi/README.md"), "utf8");
const sample = [...readme.matchAll(/```ts\n(.*?)```/gs)]
  .map(([, code]) => code ?? "")
  .find((code) => code.includes("gitops"));
const program = (code = "") => ({
  "index.js": `const pulumi = require("@pulumi/pulumi");\nconst { ClusterProfile } = require("@palette-profiles/pulumi");\n${code}`,
});

test("the README's overrides, an object, are laid over the pack's values, and may hold outputs", async () => {
  const server = await startServer();
  const place = await openWorkplace(server);
  const backend = await backendOf(server);
  const run = async (code: string | undefined, how: "up" | "preview") => {
    const { steps, diagnostics } = await (await place.engine(program(code)))[how]();
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    return steps.find(({ name }) => name === "gitops")?.op;
  };
  expect(await run(sample, "up")).toBe("create");
  const values = async () => (await backend.profiles())[0]?.spec?.published?.packs?.[0]?.values;
  expect(await values()).toContain("      replicas: 3\n      # Plain HTTP behind an ingress that ends TLS.\n");
  expect(await run(sample, "preview")).toBe("same");
  const output = sample?.replace("replicas: 3", "replicas: pulumi.output(4)");
  expect(await run(output, "up")).toBe("update");
  expect(await values()).toContain("      replicas: 4\n");
  await place.close();
  await server.close();
}, 60_000);
