// The OpenAPI 3.1 document, made of the schemas that check the requests and of the routes themselves.

import { z } from 'zod';
import { currentRoutes } from '../../workflows';
import { triageFacts } from '../../workflows/triage';
import { dashboardSchema } from './dashboard-schema';
import { correctFacts, deadlineRequest, openCase, sendEvent } from './requests';

type Json = Record<string, unknown>;

const schema = (type: z.ZodType): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as Json;
  return rest;
};

const problem = {
  description: 'Refused',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
const json = (ref: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${ref}` } } });
const ok = (description: string, type?: string) => ({
  description,
  ...(type ? { content: json(type) } : {}),
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
const body = (type: string) => ({ requestBody: { required: true, content: json(type) } });
const once = header('Idempotency-Key', false, 'The same key and body give the same answer, once done');

/** Facts and events of each route, as the route file states them. */
function routeSchemas(): Json {
  return Object.fromEntries(
    currentRoutes().flatMap((route) => [
      [`facts.${route.id}`, { ...schema(route.facts), description: `Facts of ${route.title}` }],
      ...Object.entries(route.events).map(([type, event]) => [
        `event.${route.id}.${type}`,
        { ...schema(event.data), description: `${event.title}. Sent by: ${event.by.join(', ')}` },
      ]),
    ]),
  );
}

export function openApiDocument(): Json {
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
          { '201': ok('The case', 'Case') },
          { ...body('OpenCase'), parameters: [once] },
        ),
      },
      '/cases/{ref}': {
        parameters: [refParameter],
        get: operation('getCase', 'A case as its reader sees it', { '200': ok('The case', 'Case') }),
      },
      '/cases/{ref}/events': {
        parameters: [refParameter],
        post: operation(
          'sendEvent',
          'Move a case on, or learn what would follow',
          {
            '200': {
              description: 'The case; with `preview`, the stages and dates that would follow',
              content: {
                'application/json': {
                  schema: {
                    oneOf: [{ $ref: '#/components/schemas/Case' }, { $ref: '#/components/schemas/Preview' }],
                  },
                },
              },
            },
          },
          {
            ...body('SendEvent'),
            parameters: [
              header('If-Match', false, 'ETag of the case as last seen; needed unless `preview` is given'),
              once,
              {
                name: 'preview',
                in: 'query',
                required: false,
                description: 'Stores nothing and sends nothing: answers with what would follow',
                schema: { type: 'boolean' },
              },
            ],
          },
        ),
      },
      '/cases/{ref}/corrections': {
        parameters: [refParameter],
        post: operation(
          'correctFacts',
          'Put right what the case was opened with; open dates are counted again',
          { '200': ok('The case', 'Case') },
          {
            ...body('CorrectFacts'),
            parameters: [header('If-Match', true, 'ETag of the case as last seen')],
          },
        ),
      },
      '/cases/{ref}/timeline': {
        parameters: [refParameter],
        get: operation('getTimeline', 'The journal with its hash chain', {
          '200': ok('Entries, first first'),
        }),
      },
      '/cases/{ref}/deadlines': {
        parameters: [refParameter],
        get: operation('getDeadlines', 'Dates with their working', { '200': ok('Deadlines') }),
      },
      '/cases/{ref}/documents': {
        parameters: [refParameter],
        get: operation('listDocuments', 'Files of the case', { '200': ok('Name, title, type and address') }),
      },
      '/cases/{ref}/documents/{name}': {
        parameters: [refParameter, { name: 'name', in: 'path', required: true, schema: { type: 'string' } }],
        get: operation('getDocument', 'One file', { '200': ok('The file, as its type says') }),
      },
      '/cases/{ref}/proof': {
        parameters: [refParameter],
        get: operation('getProof', 'The hash chain as it can be checked offline', {
          '200': ok('Head and entries'),
        }),
      },
      '/worklist': {
        get: operation(
          'getWorklist',
          'Open cases of your organisations, soonest first',
          { '200': ok('A page') },
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
      '/dashboard': {
        get: operation(
          'getDashboard',
          'Published figures of a quarter, after disclosure control',
          { '200': ok('The figures as they were frozen', 'Dashboard') },
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
          { '200': ok('Routes in order') },
          { ...open, ...body('TriageFacts') },
        ),
      },
      '/deadlines': {
        post: operation(
          'deadline',
          'A date, explained',
          { '200': ok('The date') },
          { ...open, ...body('DeadlineRequest') },
        ),
      },
      '/routes': { get: operation('listRoutes', 'Every route', { '200': ok('Routes') }, open) },
      '/rules': { get: operation('listRules', 'Every rule', { '200': ok('Rules') }, open) },
    },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: {
        OpenCase: schema(openCase),
        SendEvent: schema(sendEvent),
        CorrectFacts: schema(correctFacts),
        DeadlineRequest: schema(deadlineRequest),
        TriageFacts: schema(triageFacts),
        Case: {
          type: 'object',
          required: [
            'ref',
            'route',
            'routeVersion',
            'version',
            'stage',
            'deadlines',
            'events',
            'links',
            'facts',
          ],
          properties: {
            ref: { type: 'string' },
            route: { type: 'string' },
            routeVersion: { type: 'string', format: 'date' },
            version: { type: 'integer' },
            stage: { type: 'object' },
            turn: { type: 'object' },
            deadlines: { type: 'array', items: { type: 'object' } },
            events: { type: 'array', items: { type: 'object' } },
            links: { type: 'array', items: { type: 'object' } },
            outcome: { type: 'object' },
            facts: { type: 'object' },
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
        ...routeSchemas(),
      },
    },
  };
}
