/** Why a request did not succeed, as the screens use it. */
export interface Failure {
  /** A literal code of the product (`milestone.not_funded`), or one of the three made here: see {@link readFailure}. */
  readonly code: string;
  /** The input that was refused, as a path: `criteria.2`. */
  readonly field: string | null;
  readonly details: Readonly<Record<string, string | readonly string[]>>;
  /** What support needs to find the request; null when no answer came. */
  readonly requestId: string | null;
  /** Whether the server certainly did nothing. After a lost answer nobody knows until asking again with the same key. */
  readonly definitive: boolean;
}

const plainCodes: Readonly<Record<string, string>> = {
  UNAUTHORIZED: "session.missing",
  FORBIDDEN: "permission.denied",
  NOT_FOUND: "subject.not_found",
  BAD_REQUEST: "input.invalid",
  TOO_MANY_REQUESTS: "request.too_many",
  PAYLOAD_TOO_LARGE: "request.too_large",
};

/**
 * Reads whatever a call threw. Without an answer the code is `network.unreachable`, with an answer that explains
 * nothing it is `server.unexpected`; a refusal without a failure of its own is named after its status.
 */
export function readFailure(error: unknown): Failure {
  const data = field(error, "data");
  if (!isRecord(data))
    return {
      ...nothing,
      code: isRecord(field(error, "shape")) ? "server.unexpected" : "network.unreachable",
    };
  const requestId = text(data["requestId"]);
  const failure = data["failure"];
  const code = isRecord(failure) ? text(failure["code"]) : null;
  if (isRecord(failure) && code !== null) {
    const details = isRecord(failure["details"]) ? readDetails(failure["details"]) : {};
    // After a 5xx even a planned answer leaves open whether the work was done.
    const definitive = typeof data["httpStatus"] !== "number" || data["httpStatus"] < 500;
    return { code, field: text(failure["field"]), details, requestId, definitive };
  }
  const plain = plainCodes[text(data["code"]) ?? ""];
  return { ...nothing, code: plain ?? "server.unexpected", requestId, definitive: plain !== undefined };
}

/**
 * Reads the answer of a plain route that was not a success: its body has the members of a call's `data`. A body that
 * is not the server's own, such as a proxy's page, says no more than its status.
 */
export function readRestFailure(status: number, body: unknown): Failure {
  if (isRecord(body) && "code" in body) return readFailure({ data: { ...body, httpStatus: status } });
  const code =
    status === 413 ? "request.too_large" : status === 429 ? "request.too_many" : "server.unexpected";
  return { ...nothing, code, definitive: code !== "server.unexpected" };
}

const nothing: Omit<Failure, "code"> = { field: null, details: {}, requestId: null, definitive: false };

/** No answer came at all. */
export const unreachable: Failure = { ...nothing, code: "network.unreachable" };

function readDetails(details: Record<string, unknown>): Failure["details"] {
  const read: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(details)) {
    if (typeof value === "string") read[name] = value;
    else if (Array.isArray(value)) read[name] = value.map(String);
    else if (typeof value === "number" || typeof value === "bigint") read[name] = String(value);
  }
  return read;
}

function field(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
