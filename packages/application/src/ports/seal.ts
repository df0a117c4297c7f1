/** Keeps a secret that has to be read again from whoever can read the database alone. */
export interface Seal {
  close(text: string, owner: string): string;
  /** @throws Error when it was sealed with another key, for another owner, or was changed. */
  open(sealed: string, owner: string): string;
}
