export interface ApiRequest {
  method: string;
  path: string;
  query: string;
  header(name: string): string | null;
  body: string;
}

export interface ApiAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** How a fault cuts the answer short: nothing at all is sent, or half of the body. */
  cut?: "dropped" | "truncated";
}
