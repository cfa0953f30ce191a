// What the bench measures: a server, a configuration of many profiles, and Terraform with one of two providers on them.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { createServer } from "node:https";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { text as textOf } from "node:stream/consumers";

/** Packs that demand nothing of their values, which are made up here. */
const PACKS = ["cert-manager 1.16.2", "nginx 1.11.4", "prometheus-operator 66.3.1"].map((each) => each.split(" "));

/** About 5 kB of values, as in the measurements of the official provider. */
function valuesOf(profile, layer, replicas) {
  const lines = [
    "pack:",
    `  namespace: ns-${layer}`,
    `  spectrocloud.com/display-name: layer-${layer}`,
    "charts:",
    "  app:",
  ];
  for (let part = 0; part < 40; part++) {
    lines.push(
      `    part${part}:`,
      `      replicas: ${part === 0 ? replicas : 1}`,
      `      image: example.com/app-${profile}/part-${part}:1.0.0`,
    );
    lines.push(`      resources: { cpu: ${part}m, memory: ${part}Mi } # as measured`);
  }
  return `${lines.join("\n")}\n`;
}

/** The layers of one profile, with values for each. */
export function layersOf({ profile, layers, replicas = 1, registry = {} }) {
  return Array.from({ length: layers }, (_, layer) => {
    const [name, tag] = PACKS[layer % PACKS.length];
    return { name, tag, ...registry, values: valuesOf(profile, layer, profile === 0 && layer === 0 ? replicas : 1) };
  });
}

function configOf({ profiles, layers, replicas, name, source, settings, registry, data }) {
  const resources = {};
  for (let profile = 0; profile < profiles; profile++) {
    const pack = layersOf({ profile, layers, replicas, registry });
    resources[`p${profile}`] = { name: `profile-${profile}`, pack };
  }
  return {
    terraform: { required_providers: { [name]: { source } } },
    provider: { [name]: settings },
    ...(data && { data }),
    resource: { [`${name}_cluster_profile`]: resources },
  };
}

/**
 * Starts a server and gives a folder for Terraform to work in; `close` ends it.
 * @param it.official the official provider's executable; ours where it is missing
 * @param it.cliConfig what makes Terraform find our provider
 */
export async function startStack({ cli, work, profiles, layers, rateLimits, official, cliConfig }) {
  const folder = mkdtempSync(join(work, "stack-"));
  const words = [cli, "server", "--rate-limits", rateLimits];
  const child = spawn(process.execPath, words, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  // Also where the bench itself is cut off, such as by a closed pipe.
  process.once("exit", () => child.kill("SIGTERM"));
  const server = JSON.parse(await new Promise((done) => createInterface({ input: child.stdout }).once("line", done)));
  // The official provider speaks to Palette through TLS alone.
  const tls = official === undefined ? undefined : await startTls(server.url, folder);
  const provider =
    official === undefined
      ? {
          name: "palette",
          source: "palette-profiles/palette",
          settings: {},
          registry: { registry_name: "Public Repo" },
        }
      : {
          name: "spectrocloud",
          source: "spectrocloud/spectrocloud",
          settings: {
            host: tls.host,
            project_name: server.project,
            ignore_insecure_tls_error: true,
          },
          // By name, it would look each layer's registry up: twice the calls.
          registry: { registry_uid: `\${data.spectrocloud_registry.it.id}` },
          data: { spectrocloud_registry: { it: { name: "Public Repo" } } },
        };
  const environment = {
    ...process.env,
    HOME: work,
    SPECTROCLOUD_HOST: official === undefined ? server.url : "",
    SPECTROCLOUD_APIKEY: server.apiKey,
    SPECTROCLOUD_PROJECT: server.project,
    TF_CLI_CONFIG_FILE: official === undefined ? cliConfig : developmentConfig(folder, official),
    CHECKPOINT_DISABLE: "1",
  };
  const terraform = async (...given) => {
    const begun = process.hrtime.bigint();
    const run = spawn("terraform", given, { cwd: folder, env: environment, stdio: ["ignore", "pipe", "pipe"] });
    const [out, errors] = ["stdout", "stderr"].map((stream) => textOf(run[stream]));
    const status = await new Promise((done, failed) => run.once("error", failed).once("close", done));
    if (status !== 0 && status !== 2) throw new Error(`terraform ${given.join(" ")}: ${await errors}`);
    return { seconds: Number(process.hrtime.bigint() - begun) / 1e9, out: await out, status };
  };
  /** Writes the configuration, with a value that one leaf of one layer has. */
  const write = (replicas) => {
    const config = configOf({ profiles, layers, replicas, ...provider });
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify(config, null, 1));
  };
  write(1);
  if (official === undefined) await terraform("init", "-input=false");
  await statistics(server, "DELETE");
  return {
    server,
    folder,
    write,
    terraform,
    /** The calls since the last time. */
    async calls() {
      const stats = await statistics(server, "GET");
      await statistics(server, "DELETE");
      const sum = (some) => some.reduce((total, { count }) => total + count, 0);
      return { calls: sum(stats), limited: sum(stats.filter(({ status }) => status === 429)) };
    },
    async close() {
      tls?.close();
      child.kill("SIGTERM");
      await new Promise((done) => child.once("exit", done));
    },
  };
}

/** Terraform takes the executable as it is, without `terraform init`. */
function developmentConfig(folder, executable) {
  const file = join(folder, "terraform.tfrc");
  writeFileSync(
    file,
    `provider_installation {
  dev_overrides {
    "spectrocloud/spectrocloud" = ${JSON.stringify(dirname(executable))}
  }
  direct {}
}
`,
  );
  return file;
}

/** TLS in front of the server, with a certificate that nobody has to trust. */
async function startTls(url, folder) {
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => join(folder, name));
  const subject = ["-nodes", "-days", "1", "-subj", "/CN=127.0.0.1", "-keyout", key, "-out", cert];
  execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", ...subject], {
    stdio: "pipe",
  });
  const agent = new Agent({ keepAlive: true });
  const tls = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (asked, answer) => {
    const { method, headers } = asked;
    const sent = request(new URL(asked.url, url), { method, headers, agent }, (received) => {
      answer.writeHead(received.statusCode, received.headers);
      received.pipe(answer);
    });
    sent.once("error", () => answer.destroy());
    asked.pipe(sent);
  });
  await new Promise((done) => tls.listen(0, "127.0.0.1", done));
  return { host: `127.0.0.1:${tls.address().port}`, close: () => tls.close().closeAllConnections() };
}

async function statistics({ url }, method) {
  const answer = await fetch(`${url}/__server/stats`, { method });
  return method === "GET" ? answer.json() : undefined;
}
