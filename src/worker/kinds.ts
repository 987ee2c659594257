// The kinds of work that time brings.

export const kinds = ['deadlines', 'links', 'reminders', 'messages', 'webhooks'] as const;

export type Kind = (typeof kinds)[number];
