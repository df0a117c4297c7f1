interface Logo {
  readonly commandKey: string;
  readonly file: File;
}

/** Sends a logo. Rejects like a procedure call does, so that the same key sends it again without doing it twice. */
export async function uploadLogo({ commandKey, file }: Logo): Promise<{ readonly done: true }> {
  const response = await fetch(`/api/organizations/logo?commandKey=${encodeURIComponent(commandKey)}`, {
    method: "PUT",
    headers: { "content-type": "application/octet-stream" },
    body: file,
  });
  if (response.ok) return { done: true };
  const body: unknown = await response.json().catch(() => null);
  const members = typeof body === "object" && body !== null ? body : {};
  throw Object.assign(new Error("the logo was refused"), {
    data: { ...members, httpStatus: response.status },
  });
}
