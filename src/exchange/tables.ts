// Which tables leave with an export, and which never do: a new table must be put in one of the two lists.

/** What a body needs to carry on with another system. */
export const exported = [
  'organisations',
  'named_executives',
  'organisation_periods',
  'people',
  'memberships',
  'disputes',
  'participations',
  'invitations',
  'cases',
  'case_organisations',
  'journal',
  'deadlines',
  'links',
  'tells',
  'reminders',
  'outbox',
  'reads',
  'email_choices',
  'message_preferences',
  'deliveries',
  'unreachable_contacts',
  'undelivered_notices',
  'bank_holiday_lists',
  'publications',
  'published_figures',
  'imported_cases',
];

/** Keys, secrets and their hashes, copies of what is exported, and the state of the machinery. */
export const kept = [
  'vault_keys',
  'sealed',
  'sign_in_codes',
  'sessions',
  'api_tokens',
  'mailbox',
  'idempotency',
  'dead_letters',
  'drafts',
  'digest_items',
  'callback_tokens',
  'calendar_feeds',
  'webhooks',
  'webhook_events',
];
