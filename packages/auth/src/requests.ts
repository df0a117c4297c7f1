import { z } from "zod";

/** What may be posted to sign-up and sign-in. Anything else that Better Auth would understand is refused. */
export const signUpBody = z.strictObject({
  name: z.string().trim().min(1, "is missing").max(120, "has more than 120 characters"),
  email: z.email("is not an e-mail address").max(254),
  password: z.string().min(10, "has fewer than 10 characters").max(128, "has more than 128 characters"),
});

export const signInBody = z.strictObject({
  email: z.email("is not an e-mail address").max(254),
  password: z.string().min(1, "is missing").max(128, "has more than 128 characters"),
});

export type SignUp = z.output<typeof signUpBody>;
export type SignIn = z.output<typeof signInBody>;
