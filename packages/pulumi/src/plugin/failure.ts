import { Metadata, type ServiceError, status } from "@grpc/grpc-js";
import { type Diagnostic, DiagnosticError, hasErrors, toDiagnostic } from "@palette-profiles/resource-kit";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import { errorSentences } from "../runtime/told";
import type { Properties } from "../runtime/wire";
import { structOf } from "./values/struct";

/** A call that failed, in words for people, and nothing was made or changed by it. */
export class Refused extends Error {
  override readonly name = "Refused";
}

/** Something was made or changed before the failure: Pulumi keeps `properties` as the state, and updates next time. */
export class InitFailed extends Error {
  override readonly name = "InitFailed";

  constructor(readonly it: { id: string; properties: Properties; inputs: Properties; reasons: readonly string[] }) {
    super(it.reasons.join("\n"));
  }
}

/** @throws {Refused} one error that tells all errors there are. */
export function throwRefused(diagnostics: readonly Diagnostic[]): void {
  if (hasErrors(diagnostics)) throw new Refused(errorSentences(diagnostics).join("\n"));
}

/** A failure as gRPC says it. Of `UNKNOWN` Pulumi says that the resource may be in any state, of the others not. */
export function serviceError(error: unknown): Partial<ServiceError> {
  if (error instanceof InitFailed) return initFailed(error);
  if (error instanceof Refused) return { code: status.FAILED_PRECONDITION, details: error.message };
  const [told = ""] = errorSentences([toDiagnostic(error)]);
  return { code: error instanceof DiagnosticError ? status.FAILED_PRECONDITION : status.UNKNOWN, details: told };
}

/** Details of a failure travel as a `google.rpc.Status` in a trailer of this name. */
function initFailed({ message, it }: InitFailed): Partial<ServiceError> {
  const failed = new ErrorResourceInitFailed();
  failed.setId(it.id);
  failed.setProperties(structOf(it.properties));
  failed.setInputs(structOf(it.inputs));
  failed.setReasonsList([...it.reasons]);
  const any = new Any();
  any.pack(failed.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const told = new Status();
  told.setCode(status.UNKNOWN);
  told.setMessage(message);
  told.setDetailsList([any]);
  const metadata = new Metadata();
  metadata.set("grpc-status-details-bin", Buffer.from(told.serializeBinary()));
  return { code: status.UNKNOWN, details: message, metadata };
}
