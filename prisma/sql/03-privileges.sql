-- Who may touch what. What is not granted here is refused.

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM evenshare_app, evenshare_auth, PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON "user", "session", "account", "verification", "handover_token",
  "organization", "member", "invitation" TO evenshare_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON account_link, second_factor, recovery_code TO evenshare_auth;
GRANT SELECT, INSERT ON account_event TO evenshare_auth;

GRANT ALL ON ALL TABLES IN SCHEMA public TO evenshare_system;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO evenshare_app, evenshare_system;

GRANT SELECT ON organization, member, partnership, partnership_party, payout, payout_line, payee_account, mail,
  ledger_account_kind TO evenshare_app;
GRANT SELECT, INSERT, UPDATE ON agreement_version, milestone, command, deadline, funding, funding_return, hold, transfer, file TO evenshare_app;
GRANT SELECT, INSERT, DELETE ON milestone_criterion, file_chunk TO evenshare_app;
GRANT DELETE ON file TO evenshare_app;
GRANT SELECT, INSERT, UPDATE ON payee_account, payment_customer, method_setup, payment_method TO evenshare_app;
GRANT UPDATE ON payout TO evenshare_app;
GRANT SELECT, INSERT, UPDATE ON approval_request, remainder_offer, charge_share, refund TO evenshare_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON approval_limit TO evenshare_app;
GRANT SELECT ON notification TO evenshare_app;
GRANT UPDATE (read_at) ON notification TO evenshare_app;
GRANT SELECT, INSERT, UPDATE ON notice_choice, quiet_hours TO evenshare_app;
GRANT INSERT, UPDATE, DELETE ON member TO evenshare_app;
GRANT SELECT, INSERT, UPDATE ON invitation, invitation_link TO evenshare_app;
GRANT UPDATE (name, time_zone, accent) ON organization TO evenshare_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON organization_logo TO evenshare_app;
-- The private key of a mail domain is written here and read by whoever sends the mail, through app.read_mail alone.
GRANT INSERT, DELETE ON mail_domain TO evenshare_app;
GRANT SELECT (id, organization_id, domain, selector, public_key, status, findings, created_at, checked_at, confirmed_at,
  verified_at, lost_at, due_at) ON mail_domain TO evenshare_app;
GRANT UPDATE (status, findings, checked_at, confirmed_at, verified_at, lost_at, due_at) ON mail_domain TO evenshare_app;
GRANT SELECT, INSERT, UPDATE ON revenue_mapping, revenue_import TO evenshare_app;
GRANT SELECT, INSERT ON revenue_source, revenue_fault TO evenshare_app;
-- Stored once, never edited; taken out whole with the import that brought it.
GRANT SELECT, INSERT, DELETE ON revenue_line TO evenshare_app;
-- Append-only: what happened is never changed.
GRANT SELECT, INSERT ON milestone_transition, submission, submission_criterion, submission_file, revision_request,
  revision_criterion, release, roll, roll_part, audit_event TO evenshare_app;
GRANT SELECT ON reconciliation_line, receipt TO evenshare_app;
