import { PROTOCOL_VERSION } from "./handshake";

/** The variable that makes Terraform use a provider that already runs, as a line for a shell. */
export function reattachLine(address: string, socket: string, pid = process.pid): string {
  const value = {
    [address]: {
      Protocol: "grpc",
      ProtocolVersion: PROTOCOL_VERSION,
      Pid: pid,
      Test: true,
      Addr: { Network: "unix", String: socket },
    },
  };
  return `TF_REATTACH_PROVIDERS='${JSON.stringify(value)}'`;
}
