import type { AppRouter } from "@evenshare/api";
import { createTRPCClient, httpBatchLink, type TRPCClient } from "@trpc/client";
import superjson from "superjson";
import { z } from "zod";

/** Where a portal's API listens, and the origin a browser would show. */
export interface PortalAddress {
  readonly api: string;
  readonly origin: string;
}

/** Somebody who signs up or in with a password. */
export interface Credentials {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** A person signed in to one portal, speaking to its API as the portal itself does. */
export interface PortalPerson {
  readonly userId: string;
  readonly api: TRPCClient<AppRouter>;
  /** Uploads one file, to where submissions are unless told otherwise, and answers its id. */
  uploadFile(
    file: { name: string; contentType: string; content: Uint8Array<ArrayBuffer> },
    path?: string,
  ): Promise<string>;
}

const signedIn = z.object({ user: z.object({ id: z.string() }) });
const refused = z.object({ failure: z.object({ code: z.string() }).nullable() });
const uploaded = z.object({ id: z.string() });

/** Signs a person up, or in when the account exists already. */
export async function enterPortal(portal: PortalAddress, person: Credentials): Promise<PortalPerson> {
  const { name, email, password } = person;
  const signUp = await post(portal, "/api/auth/sign-up/email", { name, email, password });
  if (signUp.ok) return toPerson(portal, signUp);
  const { failure } = refused.parse(await signUp.json());
  if (failure?.code !== "account.exists") {
    throw new Error(`${email} cannot sign up: ${failure?.code ?? signUp.status}`);
  }
  return signInToPortal(portal, { email, password });
}

/** Signs a person in. @throws Error when the password or the address is wrong. */
export async function signInToPortal(
  portal: PortalAddress,
  credentials: Pick<Credentials, "email" | "password">,
): Promise<PortalPerson> {
  const { email, password } = credentials;
  const answer = await post(portal, "/api/auth/sign-in/email", { email, password });
  if (!answer.ok) throw new Error(`${email} cannot sign in: ${answer.status} ${await answer.text()}`);
  return toPerson(portal, answer);
}

async function toPerson(portal: PortalAddress, answer: Response): Promise<PortalPerson> {
  const { user } = signedIn.parse(await answer.json());
  const cookie = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
  const headers = { cookie: cookie.join("; "), origin: portal.origin };
  return {
    userId: user.id,
    api: createTRPCClient<AppRouter>({
      links: [
        httpBatchLink({ url: `${portal.api}/api/trpc`, transformer: superjson, headers, maxItems: 10 }),
      ],
    }),
    async uploadFile({ name, contentType, content }, path = "/api/files") {
      const body = new FormData();
      body.set("file", new Blob([content], { type: contentType }), name);
      const stored = await fetch(portal.api + path, { method: "POST", headers, body });
      if (!stored.ok) throw new Error(`${name} was not taken: ${stored.status} ${await stored.text()}`);
      return uploaded.parse(await stored.json()).id;
    },
  };
}

function post(portal: PortalAddress, path: string, body: object): Promise<Response> {
  return fetch(portal.api + path, {
    method: "POST",
    headers: { "content-type": "application/json", origin: portal.origin },
    body: JSON.stringify(body),
  });
}
