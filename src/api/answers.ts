// What the API answers: described once, for OpenAPI and for the client made of it. A test holds real answers against it.

import { z } from 'zod';
import { partyIds } from '../../workflows/kit';
import type { TriageResult } from '../../workflows/triage';
import type { ExplainedDeadline } from '../../workflows/calendar';
import type { ApprovalView } from '../approvals';
import type { CaseView, Page, TimelineEntry, WorklistItem } from '../engine';
import type { WebhookBody, WebhookView } from '../webhooks';

const day = z.iso.date().describe('A legal day, YYYY-MM-DD');
const instant = z.iso.datetime().describe('An instant, UTC');
const party = z.enum(partyIds as [(typeof partyIds)[number], ...typeof partyIds]).meta({ id: 'Party' });
const route = z.string().meta({ id: 'RouteId', description: 'Id of a route; GET /routes lists them' });
const json = z.record(z.string(), z.unknown());

const explained = {
  rule: z.string(),
  version: day,
  due: day.describe('The last legal day on which the act is in time'),
  dueAt: instant,
  lateAfter: instant.describe('Nobody is called late before the last reading of the law has passed'),
  kind: z.enum(['statutory', 'guidance', 'policy', 'service-standard']),
  basis: z.string().describe('The citation'),
  confidence: z.enum(['seen', 'secondary', 'unconfirmed']).describe('Where the period was read'),
  raw: day.describe('Before rolling over a closed day'),
  actBy: day.optional(),
  ownPeriod: z.number().optional(),
  skipped: z.array(z.strictObject({ date: day, why: z.string() })),
  readings: z.array(z.strictObject({ id: z.string(), due: day, reason: z.string() })).optional(),
  trace: z.array(z.string()).describe('The working, first step first'),
  warnings: z.array(z.string()).optional(),
};

const deadlineStatus = z.enum(['open', 'met', 'met-late', 'missed', 'superseded']);

export const explainedAnswer = z.strictObject(explained).meta({ id: 'ExplainedDeadline' });

export const deadlineAnswer = z
  .strictObject({
    id: z.string(),
    rule: z.string(),
    title: z.string(),
    point: z.string().optional(),
    pointTitle: z.string().optional(),
    owedBy: party,
    owedByName: z.string(),
    status: deadlineStatus,
    due: day,
    dueAt: instant,
    kind: explained.kind,
    basis: z.string(),
    familyRight: z.boolean(),
    ifMissed: z.string(),
    workingDaysLeft: z.int().describe('Negative when it has passed'),
    metOn: day.optional(),
    working: explainedAnswer,
  })
  .meta({ id: 'Deadline' });

const turn = z.strictObject({
  responsible: party,
  responsibleName: z.string(),
  duty: z.string(),
  due: day.optional(),
  dueAt: instant.optional(),
  workingDaysLeft: z.int().optional(),
  ifMissed: z.string().optional(),
  noDeadline: z.string().optional().describe('Why there is no date'),
  law: z.array(z.string()).readonly(),
});

export const caseAnswer = z
  .strictObject({
    ref: z.string(),
    route,
    routeTitle: z.string(),
    routeVersion: day,
    version: z.int().describe('Number of journal entries; the ETag'),
    stage: z.strictObject({ id: z.string(), title: z.string() }),
    turn: turn.optional().describe('Absent when the case is over'),
    deadlines: z.array(deadlineAnswer),
    events: z
      .array(
        z.strictObject({
          type: z.string(),
          title: z.string(),
          by: z.array(party).readonly(),
          when: z.string().optional(),
          interruption: z.string().optional(),
          data: json.describe('JSON Schema of the data'),
        }),
      )
      .describe('What this reader may send now'),
    ahead: z
      .array(
        z.strictObject({
          titles: z.array(z.string()),
          responsible: party.optional(),
          responsibleName: z.string().optional(),
          due: day.optional(),
        }),
      )
      .optional()
      .describe('What usually follows'),
    links: z.array(
      z.strictObject({
        ref: z.string(),
        route,
        title: z.string(),
        stage: z.string(),
        direction: z.enum(['opened', 'opened-by']),
      }),
    ),
    outcome: z.strictObject({ title: z.string(), meaning: z.string() }).optional(),
    facts: json,
    mayCorrect: z.boolean(),
    parties: z.record(z.string(), z.strictObject({ id: z.string(), name: z.string() }).optional()),
    parts: z.array(party),
    scope: z.enum(['full', 'representative', 'read']),
    openedAt: instant,
  })
  .meta({ id: 'Case' });

export const timelineAnswer = z.array(
  z
    .strictObject({
      seq: z.int(),
      at: instant,
      occurredOn: day,
      type: z.string(),
      title: z.string(),
      party: z
        .string()
        .describe('The part in which it was done; `Recourse` for what the service did by itself'),
      by: z.string(),
      data: json,
      dates: z
        .array(
          z.strictObject({
            rule: z.string(),
            point: z.string().optional(),
            status: deadlineStatus,
            due: day,
          }),
        )
        .describe('What it did to the dates of the case'),
      stage: z.string(),
      hash: z.string(),
    })
    .meta({ id: 'TimelineEntry' }),
);

export const worklistAnswer = z
  .strictObject({
    items: z.array(
      z
        .strictObject({
          ref: z.string(),
          route,
          routeTitle: z.string(),
          stage: z.string(),
          responsible: party,
          responsibleName: z.string(),
          council: z.string().optional(),
          law: z.array(z.string()).readonly(),
          due: day.optional(),
          dueAt: instant.optional(),
          workingDaysLeft: z.int().optional(),
          overdue: z.boolean().describe('Late under every reading of the date'),
          inDoubt: z
            .boolean()
            .optional()
            .describe('`due` has passed, and under another reading of the law it is in time'),
          yours: z.boolean().optional(),
        })
        .meta({ id: 'WorklistItem' }),
    ),
    next: z.string().optional().describe('Send it as `cursor` for the next page'),
  })
  .meta({ id: 'Worklist' });

export const approvalAnswer = z
  .strictObject({
    id: z.string(),
    act: z.string().describe('The event'),
    title: z.string(),
    status: z.enum(['waiting', 'approved', 'returned', 'withdrawn']),
    writer: z.string(),
    askedAt: instant,
    mine: z.boolean().describe('Whether the holder of the token wrote it'),
    mayApprove: z.boolean(),
    data: z.record(z.string(), z.unknown()).optional().describe('What would be sent'),
    reason: z.string().optional().describe('Why it was given back'),
    decidedBy: z.string().optional(),
  })
  .meta({ id: 'Approval' });

export const approvalsAnswer = z
  .strictObject({ approvals: z.array(approvalAnswer) })
  .meta({ id: 'Approvals' });

export const triageAnswer = z
  .strictObject({
    routes: z.array(route),
    responsible: party,
    alsoResponsible: z.array(party),
    next: z.string(),
    why: z.string(),
    deadlines: z.array(z.strictObject({ ...explained, what: z.string(), owedBy: party })),
    basis: z.string(),
    warnings: z.array(z.string()),
    notRoutes: z.record(z.string(), z.string().optional()),
  })
  .meta({ id: 'Triage' });

export const documentsAnswer = z.array(
  z
    .strictObject({
      name: z.string(),
      title: z.string(),
      type: z.string(),
      dated: day.optional(),
      from: z.string().optional(),
      href: z.string(),
    })
    .meta({ id: 'Document' }),
);

type Fits<Served extends Described, Described> = Served;
/** What is served fits what is described: a member that one of them lacks does not compile. */
export type Described = [
  Fits<CaseView, z.infer<typeof caseAnswer>>,
  Fits<TimelineEntry[], z.infer<typeof timelineAnswer>>,
  Fits<Page<WorklistItem>, z.infer<typeof worklistAnswer>>,
  Fits<ApprovalView, z.infer<typeof approvalAnswer>>,
  Fits<TriageResult, z.infer<typeof triageAnswer>>,
  Fits<ExplainedDeadline, z.infer<typeof explainedAnswer>>,
];

export const webhooksAnswer = z
  .strictObject({
    webhooks: z.array(
      z.strictObject({
        id: z.string(),
        organisationId: z.string(),
        url: z.string(),
        createdAt: instant,
        waiting: z.int().describe('Events that are still to be sent'),
        dead: z.int().describe('Events that nobody took; a person must look'),
        lastResult: z.string().nullable().describe('What the receiver answered last'),
      }),
    ),
  })
  .meta({ id: 'Webhooks' }) satisfies z.ZodType<{ webhooks: WebhookView[] }>;

export const newWebhookAnswer = z
  .strictObject({
    id: z.string(),
    url: z.string().optional(),
    secret: z.string().describe('whsec_ and 32 bytes in base64; never shown again'),
  })
  .meta({ id: 'NewWebhook' });

export const caseChanged = z
  .strictObject({
    type: z.literal('case.changed'),
    timestamp: instant,
    data: z.strictObject({
      ref: z.string(),
      version: z.int(),
      stage: z.string().describe('Id of the stage'),
    }),
  })
  .meta({
    id: 'CaseChanged',
    description: 'Says that a case has changed and nothing about it: ask GET /cases/{ref}',
  }) satisfies z.ZodType<WebhookBody>;

export const bounceAnswer = z
  .strictObject({ bounce: z.enum(['recorded', 'ignored']) })
  .meta({ id: 'Bounce' });

const timedNumbers = z.strictObject({
  due: z.int(),
  onTime: z.int(),
  doneLate: z.int(),
  notDone: z.int().describe('Not done by the day the figures were frozen'),
});

const boardContent = z
  .strictObject({
    escalations: z.strictObject({
      received: z.int(),
      decided: z.int(),
      decidedInTime: z.int(),
      waiting: z.int(),
    }),
    promises: timedNumbers,
    duties: timedNumbers,
    causes: z.array(z.strictObject({ rule: z.string(), due: z.int(), late: z.int() })),
  })
  .meta({
    id: 'BoardNumbers',
    description: 'True counts of families and dates: for the board, not for publication',
  });

const rate = z.strictObject({ due: z.int(), late: z.int() });

export const boardReportAnswer = z
  .strictObject({
    organisation: z.strictObject({ id: z.string(), name: z.string(), body: z.enum(['council', 'icb']) }),
    quarter: z.string().describe('e.g. 2026Q3'),
    from: day,
    to: day,
    cutOff: day.describe('What was recorded later is not counted'),
    builtAt: instant.describe('When it was frozen; the numbers have not changed since'),
    content: boardContent,
    before: boardContent.optional().describe('The quarter before, where there is one'),
    patterns: z.array(
      z.strictObject({
        body: z.string(),
        duty: z.string().describe('Rule id'),
        due: z.int(),
        late: z.int(),
        elsewhere: rate,
        quartersLate: z.int(),
        chance: z.number().describe('How likely by chance alone'),
        share: z.strictObject({ low: z.number(), high: z.number() }),
      }),
    ),
    narrative: z
      .strictObject({ text: z.string(), writtenAt: instant, number: z.int() })
      .optional()
      .describe("The executive's own words"),
  })
  .meta({ id: 'BoardReport' });
