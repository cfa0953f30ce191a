import { connect } from "node:net";

const EVERY_MS = 5_000;

/**
 * Ends this process when Pulumi's engine is gone. A `pulumi` that is killed ends the plugins that it started no more, and
 * its host of dynamic providers would stay for ever, with an API key in its memory. Calls under way have some seconds
 * to end: the engine must be found gone twice.
 * @param address the engine's, `127.0.0.1:PORT`; anything else is not watched.
 * @returns what ends the watch.
 */
export function leaveWithEngine(address: string, it: { everyMs?: number; leave?: () => void } = {}): () => void {
  const [, host, port] = /^([\d.]+|localhost):(\d+)$/.exec(address) ?? [];
  if (host === undefined) return () => undefined;
  const { everyMs = EVERY_MS, leave = () => process.exit(0) } = it;
  let missed = 0;
  const look = () => {
    const socket = connect({ host, port: Number(port) }).unref();
    socket.once("connect", () => {
      missed = 0;
      socket.destroy();
    });
    socket.once("error", () => {
      missed += 1;
      if (missed === 2) leave();
    });
  };
  const timer = setInterval(look, everyMs).unref();
  return () => clearInterval(timer);
}
