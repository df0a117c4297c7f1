interface ApiAddress {
  readonly host: string;
  readonly port: string;
  readonly protocol: "http" | "https";
}

const stripeHost = "api.stripe.com";

/** Where the API is spoken to: `apiBase` (the local sandbox), or Stripe itself when there is none. */
export function parseApiBase(apiBase: string | undefined): ApiAddress {
  if (apiBase === undefined) return { host: stripeHost, port: "443", protocol: "https" };
  const url = URL.canParse(apiBase) ? new URL(apiBase) : null;
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) {
    throw new Error(`the Stripe API base is not an http address: ${apiBase}`);
  }
  if (url.pathname !== "/" || url.search !== "" || url.username !== "") {
    throw new Error(`the Stripe API base may name a host and a port only: ${url.origin}`);
  }
  const protocol = url.protocol === "http:" ? "http" : "https";
  // An IPv6 host stands in brackets in an address, and without them everywhere else.
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  return { host, port: url.port === "" ? (protocol === "http" ? "80" : "443") : url.port, protocol };
}

/**
 * The safety switch: a live key speaks to Stripe over TLS and to nobody else. Keys that do not say "test" count as live.
 *
 * @throws Error that names the mistake, never the key.
 */
export function refuseLiveKeyElsewhere(secretKey: string, address: ApiAddress): void {
  const form = /^(?:sk|rk)_(test|live)_\S+$/.exec(secretKey);
  if (form === null)
    throw new Error("the Stripe secret key must begin with sk_test_, sk_live_, rk_test_ or rk_live_");
  if (form[1] === "test") return;
  if (address.host === stripeHost && address.protocol === "https" && address.port === "443") return;
  throw new Error(
    `a live Stripe key is refused for ${address.protocol}://${address.host}: it may only be sent to https://${stripeHost}`,
  );
}
