import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import * as proto from "@pulumi/pulumi/proto/engine_pb";
import type { EngineDiagnostic } from "./types";
import { empty, unary } from "./wire";

const SEVERITIES = ["debug", "info", "warning", "error"] as const;

/** The Engine service: logs, and which resource is the root. */
export function engineService(it: {
  onDiagnostic: (diagnostic: EngineDiagnostic) => void;
}): UntypedServiceImplementation {
  let root = "";
  return {
    log: unary((request: proto.LogRequest) => {
      const severity = SEVERITIES[request.getSeverity()] ?? "info";
      const urn = request.getUrn();
      if (!request.getEphemeral()) {
        it.onDiagnostic({ severity, message: request.getMessage(), ...(urn === "" ? {} : { urn }) });
      }
      return empty();
    }),
    getRootResource: unary(() => {
      const response = new proto.GetRootResourceResponse();
      response.setUrn(root);
      return response;
    }),
    setRootResource: unary((request: proto.SetRootResourceRequest) => {
      root = request.getUrn();
      return new proto.SetRootResourceResponse();
    }),
    startDebugging: unary(() => empty()),
    requirePulumiVersion: unary(() => new proto.RequirePulumiVersionResponse()),
  };
}
