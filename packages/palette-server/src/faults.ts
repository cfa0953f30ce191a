import { readList, readObject, readString, readStringMap } from "./body";
import { invalid } from "./errors";

/** What happens to a request instead of, or before, its proper answer. */
export type FaultAction =
  /** This answer, and the request is not carried out. */
  | { status: number; body?: unknown; headers?: Record<string, string> }
  /** The connection is cut, and the request is not carried out. */
  | "reset-before"
  /** The request is carried out, then the connection is cut without an answer. */
  | "reset-after"
  /** The request is carried out late. */
  | { delayMs: number };

export interface Fault {
  match: {
    /** `*` or absent for every method. */
    method?: string;
    /** As in the API description (`/v1/clusterprofiles/{uid}/publish`), or one path, or `*`. */
    route: string;
  };
  /** How many requests it befalls; 1 unless told. */
  times?: number;
  action: FaultAction;
}

export interface Faults {
  /** Adds faults behind those there are. */
  add(faults: readonly Fault[]): void;
  /** The fault that befalls this request, one time less from now on. */
  take(method: string, route: string, path: string): Fault | undefined;
  list(): Fault[];
  clear(): void;
}

export function createFaults(initial: readonly Fault[] = []): Faults {
  let pending: Required<Fault>[] = [];
  const add = (faults: readonly Fault[]) => {
    pending.push(...faults.map((fault) => ({ ...fault, times: fault.times ?? 1 })));
  };
  add(initial);
  return {
    add,
    take(method, route, path) {
      const fault = pending.find((candidate) => matches(candidate, method, route, path));
      if (!fault) return undefined;
      fault.times--;
      pending = pending.filter((candidate) => candidate.times > 0);
      return fault;
    },
    list: () => pending.map((fault) => ({ ...fault })),
    clear: () => {
      pending = [];
    },
  };
}

function matches(fault: Fault, method: string, route: string, path: string): boolean {
  const wanted = fault.match.method ?? "*";
  if (wanted !== "*" && wanted.toUpperCase() !== method) return false;
  return fault.match.route === "*" || fault.match.route === route || fault.match.route === path;
}

/** Reads the body of `POST /__server/faults`: one fault or a list. */
export function readFaults(body: unknown): Fault[] {
  const list = Array.isArray(body) ? readList(body, "faults") : [body];
  return (list ?? []).map((item, index) => readFault(item, `faults[${index}]`));
}

function readFault(value: unknown, path: string): Fault {
  const fault = readObject(value, path);
  const match = readObject(fault?.match, `${path}.match`);
  const route = readString(match?.route, `${path}.match.route`);
  if (!fault || !route) throw invalid("InvalidFault", `${path}.match.route is missing`);
  const times = fault.times ?? 1;
  if (typeof times !== "number" || !Number.isInteger(times) || times < 1) {
    throw invalid("InvalidFault", `${path}.times must be a whole number from 1`);
  }
  const method = readString(match?.method, `${path}.match.method`);
  return { match: { method, route }, times, action: readAction(fault.action, `${path}.action`) };
}

function readAction(value: unknown, path: string): FaultAction {
  if (value === "reset-before" || value === "reset-after") return value;
  const action = typeof value === "object" ? readObject(value, path) : undefined;
  if (typeof action?.delayMs === "number" && action.delayMs >= 0) return { delayMs: action.delayMs };
  if (typeof action?.status === "number" && action.status >= 200 && action.status <= 599) {
    return { status: action.status, body: action.body, headers: readStringMap(action.headers, `${path}.headers`) };
  }
  throw invalid(
    "InvalidFault",
    `${path} must be {status, body?, headers?}, {delayMs}, "reset-before" or "reset-after"`,
  );
}
