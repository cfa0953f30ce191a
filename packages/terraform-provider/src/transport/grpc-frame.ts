/** As much as any version of Terraform sends or takes. */
export const LARGEST_MESSAGE = 256 * 1024 * 1024;

/** The codes of gRPC's protocol that this server ever answers with. */
export const STATUS = { ok: 0, invalidArgument: 3, resourceExhausted: 8, unimplemented: 12, internal: 13 } as const;

/** A call that ends with another code than `ok`. */
export class GrpcError extends Error {
  override readonly name = "GrpcError";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const HEADER = 5;

/** A message with what gRPC puts before it: that it is not compressed, and its length. */
export function frame(message: Uint8Array): Buffer {
  const header = Buffer.alloc(HEADER);
  header.writeUInt32BE(message.length, 1);
  return Buffer.concat([header, message]);
}

/** Puts the chunks of a unary call's body together again; it holds exactly one message. */
export function unframe(chunks: readonly Buffer[]): Buffer {
  const body = Buffer.concat(chunks);
  if (body.length < HEADER) throw new GrpcError(STATUS.invalidArgument, "the call has no message");
  if (body[0] !== 0) throw new GrpcError(STATUS.unimplemented, "compressed messages are not supported");
  if (body.length !== HEADER + body.readUInt32BE(1)) {
    throw new GrpcError(STATUS.invalidArgument, "the message's length is not what its header says");
  }
  return body.subarray(HEADER);
}
