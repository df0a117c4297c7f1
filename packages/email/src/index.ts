export { createMailer, type MailerSettings, type SmtpMailer } from "./mailer";
export type { DkimKey, SmtpTimeouts } from "./smtp/transport";
export { MailDataError, type MailDataProblem } from "./templates/mail-data-error";
