/**
 * No whole answer arrived. `sent` is false only when the connection was never established, so that not one byte of the
 * request can have reached the provider; otherwise the request may have been carried out.
 */
export class TransportError extends Error {
  readonly sent: boolean;

  constructor(sent: boolean, message: string, cause: unknown) {
    super(message, { cause });
    this.name = "TransportError";
    this.sent = sent;
  }
}
