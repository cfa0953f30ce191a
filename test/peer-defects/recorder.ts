import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that was sent. */
export interface Sent {
  method: string;
  path: string;
  /** The header that says in which project a call acts. */
  project: string | undefined;
  body: unknown;
}

/** Passes requests on to a server, and keeps what was sent: defects of a client are in its requests, not in its state. */
export async function openRecorder(target: string): Promise<{ url: string; sent: Sent[]; close(): Promise<void> }> {
  const sent: Sent[] = [];
  const proxy = createServer(async (incoming, outgoing) => {
    const body = await bodyOf(incoming);
    const { method = "", url = "", headers } = incoming;
    const project = headers.projectuid;
    sent.push({
      method,
      path: url,
      project: typeof project === "string" ? project : undefined,
      body: body.length === 0 ? undefined : JSON.parse(body.toString()),
    });
    const onward = request(target + url, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    // The server cut the connection: so does this.
    onward.on("error", () => incoming.socket.resetAndDestroy());
    onward.end(body);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    sent,
    close: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
