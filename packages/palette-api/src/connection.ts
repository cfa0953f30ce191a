import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import * as tls from "node:tls";

/** How a client's own connections are made. Nothing here concerns any other connection of the process. */
export interface ConnectionSettings {
  /** Certificates in PEM, trusted besides those that Node trusts: the CA of a self-hosted Palette. */
  ca?: string | undefined;
  /** Takes any certificate, and so talks to whoever answers. Default `false`. */
  insecure?: boolean | undefined;
}

/** An axios instance for one host, with connections that are kept. */
export async function connect(url: string, { ca, insecure = false }: ConnectionSettings) {
  // Loaded at the first call: engines start a provider several times only to ask for its schema.
  const { default: axios } = await import("axios");
  return axios.create({
    baseURL: url,
    // Palette's answers are not followed elsewhere: a redirect would carry the key to another host.
    maxRedirects: 0,
    maxContentLength: 256 << 20,
    maxBodyLength: 256 << 20,
    validateStatus: () => true,
    httpAgent: new HttpAgent({ keepAlive: true, maxSockets: 32 }),
    httpsAgent: new HttpsAgent({
      keepAlive: true,
      maxSockets: 32,
      ...(ca === undefined ? {} : { ca: [...trusted(), ca] }),
      ...(insecure ? { rejectUnauthorized: false } : {}),
    }),
    // HTTPS_PROXY and NO_PROXY are followed; but what listens on this machine alone, no proxy can reach.
    ...(isLoopback(url) ? { proxy: false as const } : {}),
  });
}

/** What Node trusts by itself; with what NODE_EXTRA_CA_CERTS adds, where Node can tell (from 22.15 on). */
function trusted(): readonly string[] {
  const { getCACertificates } = tls as { getCACertificates?: (kind: "default") => string[] };
  return getCACertificates?.("default") ?? tls.rootCertificates;
}

function isLoopback(url: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/i.test(new URL(url).hostname);
}
