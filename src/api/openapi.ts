// The OpenAPI 3.1 document, made of the schemas that check the requests and of the routes themselves.

import { z } from 'zod';
import { currentRoutes } from '../../workflows';
import { triageFacts } from '../../workflows/triage';
import {
  approvalAnswer,
  approvalsAnswer,
  boardReportAnswer,
  bounceAnswer,
  caseAnswer,
  caseChanged,
  deadlineAnswer,
  documentsAnswer,
  explainedAnswer,
  newWebhookAnswer,
  timelineAnswer,
  triageAnswer,
  webhooksAnswer,
  worklistAnswer,
} from './answers';
import { dashboardSchema } from './dashboard-schema';
import {
  addWebhook,
  askApproval,
  boardReportAsked,
  bundleWish,
  correctFacts,
  deadlineRequest,
  giveBack,
  notifyReceipt,
  openCase,
  sendEvent,
  shareUpload,
} from './requests';

type Json = Record<string, unknown>;

/** What zod names by an id becomes a component, and is referred to. */
function schema(type: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const {
    $schema: _,
    $defs = {},
    ...rest
  } = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Json & {
    $defs?: Json;
  };
  const text = JSON.stringify({ rest, $defs }).replaceAll('"#/$defs/', '"#/components/schemas/');
  const placed = JSON.parse(text) as { rest: Json; $defs: Json };
  Object.assign(components, placed.$defs);
  return placed.rest;
}

const problem = {
  description: 'Refused',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
const jsonOf = (content: Json) => ({ 'application/json': { schema: content } });
const ok = (description: string, component?: string) => ({
  description,
  ...(component ? { content: jsonOf({ $ref: `#/components/schemas/${component}` }) } : {}),
});
const refParameter = { name: 'ref', in: 'path', required: true, schema: { type: 'string' } };
const header = (name: string, required: boolean, description: string) => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
});

const operation = (operationId: string, summary: string, success: Json, more: Json = {}): Json => ({
  operationId,
  summary,
  responses: { ...success, '4XX': problem, '5XX': problem },
  ...more,
});

const open = { security: [] };
const callbackToken = { security: [{ callback: [] }] };
const idParameter = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const once = header('Idempotency-Key', false, 'The same key and body give the same answer, once done');

/** The members of a query, each as a parameter. */
function queryOf(type: z.ZodObject, components: Json): Json[] {
  return Object.entries(type.shape).map(([name, member]) => {
    const { description, ...rest } = schema(member as z.ZodType, 'input', components);
    const required = !(member as z.ZodType).safeParse(undefined).success;
    return { name, in: 'query', required, ...(description ? { description } : {}), schema: rest };
  });
}

/** Facts and events of each route, as the route file states them. */
function routeSchemas(components: Json): Json {
  return Object.fromEntries(
    currentRoutes().flatMap((route) => [
      [
        `facts.${route.id}`,
        { ...schema(route.facts, 'input', components), description: `Facts of ${route.title}` },
      ],
      ...Object.entries(route.events).map(([type, event]) => [
        `event.${route.id}.${type}`,
        {
          ...schema(event.data, 'input', components),
          description: `${event.title}. Sent by: ${event.by.join(', ')}`,
        },
      ]),
    ]),
  );
}

export function openApiDocument(): Json {
  const components: Json = {};
  const answers = (description: string, type: z.ZodType) => ({
    description,
    content: jsonOf(schema(type, 'output', components)),
  });
  const body = (type: z.ZodType) => ({
    requestBody: { required: true, content: jsonOf(schema(type, 'input', components)) },
  });
  const boardReportParameters = queryOf(boardReportAsked, components);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Recourse',
      version: '1',
      description: 'Disputes about SEND support in England: who must act, by when, and what if not.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ bearer: [] }],
    paths: {
      '/cases': {
        post: operation(
          'openCase',
          'Open a case',
          { '201': answers('The case', caseAnswer) },
          { ...body(openCase), parameters: [once] },
        ),
      },
      '/cases/{ref}': {
        parameters: [refParameter],
        get: operation('getCase', 'A case as its reader sees it', { '200': answers('The case', caseAnswer) }),
      },
      '/cases/{ref}/events': {
        parameters: [refParameter],
        post: operation(
          'sendEvent',
          'Move a case on',
          { '200': answers('The case', caseAnswer) },
          {
            ...body(sendEvent),
            parameters: [header('If-Match', true, 'ETag of the case as last seen'), once],
          },
        ),
      },
      '/cases/{ref}/events/preview': {
        parameters: [refParameter],
        post: operation(
          'previewEvent',
          'What would follow from an event: stages and dates. Nothing is stored, nothing is sent.',
          { '200': ok('What would follow', 'Preview') },
          {
            ...body(sendEvent),
            description: 'POST /cases/{ref}/events?preview=true does the same.',
          },
        ),
      },
      '/cases/{ref}/approvals': {
        parameters: [refParameter],
        get: operation('listApprovals', 'What waits for a second person of your organisation', {
          '200': answers('What waits, and what was given back to you', approvalsAnswer),
        }),
        post: operation(
          'askApproval',
          'Ask a colleague to approve what your organisation lets nobody send alone. The dates of the case go on.',
          { '201': answers('What waits now', approvalAnswer) },
          body(askApproval),
        ),
      },
      '/cases/{ref}/approvals/{id}': {
        parameters: [refParameter, idParameter],
        delete: operation('takeBackApproval', 'Take back what you asked for', {
          '204': ok('Taken back'),
        }),
      },
      '/cases/{ref}/approvals/{id}/approve': {
        parameters: [refParameter, idParameter],
        post: operation(
          'approve',
          'Approve it as somebody else than its writer: it is sent, as of today',
          { '200': answers('The case', caseAnswer) },
          { parameters: [header('If-Match', true, 'ETag of the case as last seen')] },
        ),
      },
      '/cases/{ref}/approvals/{id}/give-back': {
        parameters: [refParameter, idParameter],
        post: operation(
          'giveBack',
          'Give it back to its writer with a reason',
          { '204': ok('Given back') },
          body(giveBack),
        ),
      },
      '/cases/{ref}/corrections': {
        parameters: [refParameter],
        post: operation(
          'correctFacts',
          'Put right what the case was opened with; open dates are counted again',
          { '200': answers('The case', caseAnswer) },
          {
            ...body(correctFacts),
            parameters: [header('If-Match', true, 'ETag of the case as last seen')],
          },
        ),
      },
      '/cases/{ref}/timeline': {
        parameters: [refParameter],
        get: operation('getTimeline', 'The journal with its hash chain', {
          '200': answers('Entries, first first', timelineAnswer),
        }),
      },
      '/cases/{ref}/deadlines': {
        parameters: [refParameter],
        get: operation('getDeadlines', 'Dates with their working', {
          '200': answers('Deadlines', deadlineAnswer.array()),
        }),
      },
      '/cases/{ref}/documents': {
        parameters: [refParameter],
        get: operation('listDocuments', 'Files of the case', {
          '200': answers(
            'Name, title, type and address; for formal papers also their day and whose they are',
            documentsAnswer,
          ),
        }),
      },
      '/cases/{ref}/documents/{name}': {
        parameters: [refParameter, { name: 'name', in: 'path', required: true, schema: { type: 'string' } }],
        get: operation('getDocument', 'One file, with its hash in Repr-Digest', {
          '200': ok('The file, as its type says'),
        }),
      },
      '/cases/{ref}/bundle': {
        parameters: [refParameter],
        post: operation(
          'makeBundle',
          'Papers of the case and of linked cases as one PDF, without the words that must not be in it',
          { '200': ok('The bundle, application/pdf') },
          body(bundleWish),
        ),
      },
      '/cases/{ref}/uploads': {
        parameters: [refParameter],
        get: operation(
          'listUploads',
          'Documents that were added to the case, as far as you may know of them',
          {
            '200': ok('Documents, first first, and the bodies they may be shown to'),
          },
        ),
        post: operation(
          'addUpload',
          'Add a document: checked for viruses, and made anew without what it says about its makers',
          { '201': ok('The document; `waiting` while it cannot be checked') },
          {
            requestBody: {
              required: true,
              content: {
                'multipart/form-data': {
                  schema: {
                    type: 'object',
                    required: ['file'],
                    properties: {
                      sees: {
                        type: 'array',
                        items: { type: 'string' },
                        description: 'Bodies that may see it, beside your own, e.g. `council`',
                      },
                      file: {
                        type: 'string',
                        format: 'binary',
                        description: 'PDF, JPEG, PNG, DOCX or plain text of at most 20 MB',
                      },
                    },
                  },
                },
              },
            },
          },
        ),
      },
      '/cases/{ref}/uploads/{id}': {
        parameters: [refParameter, idParameter],
        get: operation('getUpload', 'Its content, as an attachment', { '200': ok('The file') }),
        delete: operation('removeUpload', 'Take it away; the journal keeps its digest', {
          '204': ok('Gone'),
        }),
      },
      '/cases/{ref}/uploads/{id}/sees': {
        parameters: [refParameter, idParameter],
        put: operation('shareUpload', 'Say anew who may see it', { '204': ok('Done') }, body(shareUpload)),
      },
      '/cases/{ref}/uploads/{id}/release': {
        parameters: [refParameter, idParameter],
        post: operation('releaseUpload', 'Let go what was held because of private details', {
          '204': ok('Done'),
        }),
      },
      '/cases/{ref}/proof': {
        parameters: [refParameter],
        get: operation('getProof', 'All that is needed to check the case offline: docs/check-proof.mjs', {
          '200': ok('Head and entries, and how they are included in a published root', 'Proof'),
        }),
      },
      '/transparency': {
        get: operation(
          'getTransparency',
          'The root of every day over all journals, latest first; each day answers for the one before',
          { '200': ok('`days` of `day`, `root`, `previous`, `head`') },
          open,
        ),
      },
      '/worklist': {
        get: operation(
          'getWorklist',
          'Open cases of your organisations, soonest first',
          { '200': answers('A page', worklistAnswer) },
          {
            parameters: ['responsible', 'dueBefore', 'route', 'show', 'cursor', 'limit'].map((name) => ({
              name,
              in: 'query',
              required: false,
              schema: { type: 'string' },
            })),
          },
        ),
      },
      '/webhooks': {
        get: operation('listWebhooks', 'Webhooks of your organisations', {
          '200': answers('Webhooks', webhooksAnswer),
        }),
        post: operation(
          'addWebhook',
          'Be told when a case of your organisation changes',
          { '201': answers('Its id and its secret, which is never shown again', newWebhookAnswer) },
          {
            ...body(addWebhook),
            callbacks: {
              'case.changed': {
                '{$request.body#/url}': {
                  post: {
                    summary: 'Signed as standardwebhooks.com says; 2xx is taken, anything else is sent again',
                    parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
                      header(name, true, 'Standard Webhooks'),
                    ),
                    ...body(caseChanged),
                    responses: { '2XX': ok('Taken'), '410': ok('Not wanted any more') },
                  },
                },
              },
            },
          },
        ),
      },
      '/webhooks/{id}': {
        parameters: [idParameter],
        delete: operation('removeWebhook', 'End it, with what was still to be sent', { '204': ok('Done') }),
      },
      '/webhooks/{id}/rotate': {
        parameters: [idParameter],
        post: operation('rotateWebhook', 'A new secret; the old one is good for a day more', {
          '200': answers('Its id and its new secret', newWebhookAnswer),
        }),
      },
      '/receipts/notify': {
        post: operation(
          'takeNotifyReceipt',
          'For GOV.UK Notify: what became of a message',
          {
            '204': ok('Taken; the same again has no further effect'),
            '409': {
              ...problem,
              description: 'The same id has told something else before: nothing was changed',
            },
          },
          { ...body(notifyReceipt), ...callbackToken },
        ),
      },
      '/receipts/bounces': {
        post: operation(
          'takeBounce',
          'For a mail server: a mail that came back',
          { '200': answers('recorded or ignored', bounceAnswer) },
          {
            ...callbackToken,
            requestBody: {
              required: true,
              content: { 'message/rfc822': { schema: { type: 'string' } } },
            },
          },
        ),
      },
      '/dashboard': {
        get: operation(
          'getDashboard',
          'Published figures of a quarter, after disclosure control',
          {
            '200': ok('The figures as they were frozen', 'Dashboard'),
          },
          {
            ...open,
            parameters: [
              { name: 'quarter', description: 'e.g. 2026Q3; the latest where left out' },
              { name: 'area', description: 'An area from `areas`, beside England; `all` for every area' },
            ].map((parameter) => ({
              ...parameter,
              in: 'query',
              required: false,
              schema: { type: 'string' },
            })),
          },
        ),
      },
      '/triage': {
        post: operation(
          'triage',
          'Which way is open',
          { '200': answers('Routes in order', triageAnswer) },
          { ...open, ...body(triageFacts) },
        ),
      },
      '/deadlines': {
        post: operation(
          'deadline',
          'A date, explained',
          { '200': answers('The date', explainedAnswer) },
          { ...open, ...body(deadlineRequest) },
        ),
      },
      '/board-report': {
        get: operation(
          'getBoardReport',
          'The frozen report of a quarter, for who answers for the body to its board',
          { '200': answers('The report', boardReportAnswer) },
          { parameters: boardReportParameters },
        ),
      },
      '/board-report.csv': {
        get: operation(
          'getBoardReportTable',
          'The same numbers as a table',
          { '200': { description: 'The numbers', content: { 'text/csv': { schema: { type: 'string' } } } } },
          { parameters: boardReportParameters },
        ),
      },
      '/routes': { get: operation('listRoutes', 'Every route', { '200': ok('Routes') }, open) },
      '/rules': { get: operation('listRules', 'Every rule', { '200': ok('Rules') }, open) },
    },
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        callback: {
          type: 'http',
          scheme: 'bearer',
          description: 'The token of "recourse messages callback-token"',
        },
      },
      schemas: {
        Proof: {
          type: 'object',
          required: ['ref', 'head', 'entries', 'inclusion'],
          properties: {
            ref: { type: 'string' },
            head: { type: 'string' },
            entries: { type: 'array', items: { type: 'object' } },
            inclusion: {
              type: ['object', 'null'],
              description: 'Nothing until the first root after the case was opened',
              required: ['day', 'version', 'position', 'path', 'root'],
              properties: {
                day: { type: 'string', format: 'date' },
                version: { type: 'integer', description: 'How many entries the root answers for' },
                position: { type: 'integer' },
                path: { type: 'array', items: { type: 'string' } },
                root: { type: 'string' },
              },
            },
          },
        },
        Preview: {
          type: 'object',
          required: ['case', 'opens', 'tells'],
          properties: {
            case: { $ref: '#/components/schemas/Following' },
            opens: { type: 'array', items: { $ref: '#/components/schemas/Following' } },
            tells: { type: 'array', items: { $ref: '#/components/schemas/Following' } },
          },
        },
        Following: {
          type: 'object',
          required: ['route', 'routeTitle', 'stage', 'starts', 'ends'],
          properties: {
            ref: { type: 'string', description: 'Absent where the case would be opened' },
            route: { type: 'string' },
            routeTitle: { type: 'string' },
            stage: { type: 'object' },
            turn: { type: 'object' },
            outcome: { type: 'object' },
            starts: { type: 'array', items: { type: 'object' }, description: 'Dates with their working' },
            ends: { type: 'array', items: { type: 'object' } },
          },
        },
        Dashboard: dashboardSchema,
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'detail'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            errors: {
              type: 'array',
              items: {
                type: 'object',
                properties: { pointer: { type: 'string' }, detail: { type: 'string' } },
              },
            },
          },
        },
        ...routeSchemas(components),
        ...components,
      },
    },
  };
}
