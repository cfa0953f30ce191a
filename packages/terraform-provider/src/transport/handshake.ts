import type { Environment } from "../rpc/session";

/** The protocol between Terraform and its plugins. */
export const PROTOCOL_VERSION = 6;

/** What Terraform sets so that nobody takes a plugin for a program of its own; not a secret. */
const COOKIE = {
  name: "TF_PLUGIN_MAGIC_COOKIE",
  value: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
} as const;

/** What Terraform asks of the process it started, or why it cannot be served. */
export type Handshake = { clientCertificate: string | undefined } | { refusal: string };

export function readHandshake(environment: Environment): Handshake {
  if (environment[COOKIE.name] !== COOKIE.value) {
    return {
      refusal: `This program is a Terraform provider: Terraform starts it. It does nothing by hand.
To use it, put this in a configuration and run "terraform init":

  terraform {
    required_providers {
      palette = { source = "palette-profiles/palette" }
    }
  }

To run it under a debugger, start it with --debug.
`,
    };
  }
  const versions = environment.PLUGIN_PROTOCOL_VERSIONS;
  if (versions !== undefined && !versions.split(",").map(Number).includes(PROTOCOL_VERSION)) {
    return {
      refusal: `This provider speaks version ${PROTOCOL_VERSION} of Terraform's plugin protocol, and Terraform asked for ${versions}. It needs Terraform 1.0 or newer.\n`,
    };
  }
  return { clientCertificate: environment.PLUGIN_CLIENT_CERT || undefined };
}

/** The one line that Terraform reads from stdout. */
export function handshakeLine(socket: string, certificate: Buffer | undefined): string {
  const encoded = certificate?.toString("base64").replace(/=+$/, "") ?? "";
  return `1|${PROTOCOL_VERSION}|unix|${socket}|grpc|${encoded}`;
}
