/**
 * What the sandbox takes or says that the OpenAPI document of 2024-04-10 does not know, because the API version the
 * product pins is newer. Each entry says why it is right to differ; everything else is a deviation.
 */

/** Parameters newer than the document, by dotted name. */
export const newerParameters: string[] = [
  // The newer name of `payment_method_types`.
  "allowed_payment_method_types",
];

/** Parameters the document describes too narrowly: it knows the token only, the reference also the hash. */
export const looserParameters: RegExp[] = [/\/external_accounts request external_account: must be string/];

/** Values newer than the document, read as their older form before it judges. */
export const newerValues: { at: RegExp; newer: unknown; older: unknown }[] = [
  // Checkout's hosted page was called `hosted` until the ui modes were renamed.
  { at: /\/ui_mode$/, newer: "hosted_page", older: "hosted" },
];
