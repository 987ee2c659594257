// What may be sent to the API: the schemas that check a request and describe it in OpenAPI.

import { z } from 'zod';
import { readCaseRef, Refusal } from '../platform';

export const openCase = z
  .strictObject({
    route: z.string().max(80).describe('Id of the route, e.g. `tribunal.sen-appeal`'),
    facts: z.record(z.string(), z.unknown()).describe('What the route asks for; see GET /routes'),
    parties: z
      .record(z.string(), z.string())
      .optional()
      .describe('Organisation id for each body, e.g. `{"council": "…"}`'),
    as: z.string().max(60).optional().describe('The part the opener takes; a family leaves it out'),
  })
  .meta({ id: 'OpenCase' });

export const sendEvent = z
  .strictObject({
    type: z.string().max(80),
    data: z.record(z.string(), z.unknown()).default({}),
    occurredOn: z.string().optional().describe('The day it happened, YYYY-MM-DD; today where left out'),
  })
  .meta({ id: 'SendEvent' });

export const askApproval = z
  .strictObject({
    type: z.string().max(80).describe('The event that would be sent'),
    data: z.record(z.string(), z.unknown()).default({}),
  })
  .meta({ id: 'AskApproval' });

export const giveBack = z
  .strictObject({ reason: z.string().max(2000).describe('What must be changed') })
  .meta({ id: 'GiveBack' });

export const correctFacts = z
  .strictObject({
    facts: z.record(z.string(), z.unknown()).describe('The facts to put right; the others stay'),
    reason: z.string().trim().min(1, 'Say why').max(1000).describe('Why, in your words'),
  })
  .meta({ id: 'CorrectFacts' });

export const bundleWish = z
  .strictObject({
    documents: z
      .array(z.string().max(80))
      .max(200)
      .describe(
        'In their order: reference of a case, a slash, and the name of a PDF of it or the id of a document that was added',
      ),
    removed: z.array(z.string()).default([]).describe('Words that must not be in it'),
    removedPages: z
      .record(z.string().max(80), z.array(z.int().min(1)).max(1000))
      .default({})
      .describe('Pages of added documents to take out whole, counted from 1'),
    looked: z
      .boolean()
      .default(false)
      .describe('Pages that no machine can read were looked at: nothing in them must be taken out'),
  })
  .meta({ id: 'BundleWish' });

export const boardReportAsked = z.strictObject({
  quarter: z
    .string()
    .regex(/^\d{4}Q[1-4]$/)
    .optional()
    .describe('e.g. 2026Q3; the latest where left out. GET /dashboard lists them'),
  organisation: z.string().max(36).optional().describe('Whose; left out where you answer for one alone'),
  asAt: z.iso
    .datetime()
    .optional()
    .describe('An instant, UTC: as the report read then. The numbers never change; the words can'),
});

export const deadlineRequest = z
  .strictObject({ rule: z.string().max(80), inputs: z.record(z.string(), z.unknown()) })
  .meta({ id: 'DeadlineRequest' });

export const addWebhook = z
  .strictObject({
    url: z.string().max(500).describe('Where to send; public and https'),
    organisation: z.string().max(36).optional().describe('Whose; left out where you act for one alone'),
  })
  .meta({ id: 'AddWebhook' });

/** What GOV.UK Notify sends; it sends more, which is not looked at. */
export const notifyReceipt = z
  .looseObject({
    id: z.string().min(1).max(60).describe("Notify's own, the same for every receipt of a message"),
    reference: z.string().max(100).nullish().describe('Ours'),
    status: z.string().max(40),
  })
  .meta({ id: 'NotifyReceipt' });

export const shareUpload = z
  .strictObject({
    bodies: z
      .array(z.string().max(40))
      .max(20)
      .describe('Bodies that may see it, beside your own, e.g. `council`'),
  })
  .meta({ id: 'ShareUpload' });

/** @throws Refusal for what cannot be the reference of a case. */
export function reference(typed: string): string {
  const ref = readCaseRef(typed);
  if (ref === undefined) throw new Refusal('not-found', 'There is no such case, or it is not yours to see.');
  return ref;
}

/** @throws Refusal with a pointer to each wrong member. */
export function read<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new Refusal(
    'invalid-data',
    'Some members are missing, unknown or cannot be right.',
    parsed.error.issues.map(({ path, message }) => ({
      pointer: `/${path.map(String).join('/')}`,
      detail: message,
    })),
  );
}

/** @throws Refusal where the sender does not say which version of the case it saw. */
export function versionOf(match: string | undefined): number {
  const version = Number(/^(?:W\/)?"(\d{1,9})"$/.exec(match ?? '')?.[1] ?? NaN);
  if (Number.isNaN(version)) {
    throw new Refusal('version-required', 'Send If-Match with the ETag of the case as you last saw it.');
  }
  return version;
}
