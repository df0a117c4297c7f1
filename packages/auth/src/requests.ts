import { z } from "zod";

// What may be sent to sign-in and to the settings of one's own account. Anything else is refused.

const email = z.email("is not an e-mail address").max(254);
const newPassword = z
  .string()
  .min(10, "has fewer than 10 characters")
  .max(128, "has more than 128 characters");
const password = z.string().min(1, "is missing").max(128, "has more than 128 characters");
const token = z.string().min(1, "is missing").max(200);
/** Six digits of an authenticator, or a recovery code, with or without spaces and hyphens. */
const code = z.string().trim().min(1, "is missing").max(40, "is too long");

/** A person's name. NUL and halves of characters, which PostgreSQL cannot keep, are no part of one. */
export const personName = z
  .string()
  .trim()
  .min(1, "is missing")
  .max(120, "has more than 120 characters")
  .refine(
    (text) => !text.includes("\0") && !/\p{Surrogate}/u.test(text),
    "holds a character that cannot be kept",
  );

export const signUpBody = z.strictObject({ name: personName, email, password: newPassword });
export const signInBody = z.strictObject({ email, password });
export const secondStepBody = z.strictObject({ challenge: token, code });
export const resetRequestBody = z.strictObject({ email });
export const newPasswordBody = z.strictObject({ token, password: newPassword });
export const linkBody = z.strictObject({ token });

export const passwordChange = z.strictObject({ currentPassword: password, newPassword });
export const emailChange = z.strictObject({ email, password });
export const passwordOnly = z.strictObject({ password });
export const codeOnly = z.strictObject({ code });
export const proof = z.strictObject({ password, code: code.optional() });
export const secondFactorProof = z.strictObject({ password, code });

export type SignUp = z.output<typeof signUpBody>;
export type SignIn = z.output<typeof signInBody>;
export type SecondStep = z.output<typeof secondStepBody>;
export type NewPassword = z.output<typeof newPasswordBody>;
export type SecondFactorProof = z.output<typeof secondFactorProof>;
