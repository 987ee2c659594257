// The demonstration: personas, seeded cases and a clock that the visitor moves. Refuses production (see the configuration).

import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addWorkingDays, isPlainDate, londonInstant, type PlainDate } from '../../workflows/calendar';
import type { Body, PartyId, RouteId } from '../../workflows/kit';
import { Invitations, Operators, People } from '../access';
import { CasePeople, Cases } from '../engine';
import { ContactSafeties } from '../lodging';
import { Sender } from '../messages';
import { Organisations } from '../organisations';
import { Db } from '../persistence';
import { Clock, CONFIG, SettableClock, type Config } from '../platform';
import { Worker } from '../worker';
import { keepStory, keptStory } from './demo-clock';
import { inventPastDisputes } from './past-disputes';
import { secondFamily } from './second-family';

/** The quarters before the story, of which the published figures tell. Of ten things, how many were late where. */
const PAST_QUARTERS = [
  {
    begins: '2026-04-01',
    ends: '2026-06-30T09:00:00.000Z',
    frozen: '2026-07-15T09:00:00.000Z',
    late: { Riverside: 7, Hillshire: 2, Northport: 5 },
  },
  {
    begins: '2026-07-01',
    ends: '2026-09-30T09:00:00.000Z',
    late: { Riverside: 6, Hillshire: 3, Northport: 5 },
  },
] as const;
const PAST_SIZE = { Riverside: 26, Hillshire: 20, Northport: 8 };

/** When the story of the seeded case begins, and when the visitor comes in. */
const STORY_BEGINS = '2026-10-06T09:00:00.000Z';
const TOM_APPEALS = '2026-11-09T16:00:00.000Z';
const TOM_COMPLAINS = '2026-11-10';
const VISITOR_COMES = '2026-11-13T09:00:00.000Z';
const HOUR = 3_600_000;
const OPERATOR = 'Olu';

const ORGANISATIONS = {
  council: 'Riverside Council',
  icb: 'NHS Riverside ICB',
  mediation: 'Calm Waters Mediation',
  school: 'Meadow Lane Primary School',
  'nhs-provider': 'Riverside Children’s Therapies NHS Trust',
} satisfies Partial<Record<Body, string>>;

interface Persona {
  name: string;
  label: string;
  body?: keyof typeof ORGANISATIONS;
  parties: PartyId[];
  /** Only in cases of these routes. */
  routes?: RouteId[];
  /** Named as the one who answers for their first part. */
  accountable?: true;
}

const personas: Persona[] = [
  { name: 'Amira', label: 'Amira, parent', parties: [] },
  { name: 'Tom', label: 'Tom, 17, in his own name', parties: [] },
  { name: 'Rosa', label: 'Rosa, parent of another child', parties: [] },
  { name: 'Priya', label: 'Priya, SENDIASS adviser', parties: [] },
  {
    name: 'Grace',
    label: 'Grace, mediator',
    body: 'mediation',
    parties: ['mediation adviser', 'mediator', 'mediation provider'],
  },
  {
    name: 'Dev',
    label: 'Dev, council officer',
    body: 'council',
    parties: ['council SEND casework', 'council complaints team'],
  },
  {
    name: 'Bea',
    label: 'Bea, council SEND team manager',
    body: 'council',
    parties: ['council SEND casework', 'council complaints team'],
  },
  {
    name: 'Dana',
    label: "Dana, director of children's services",
    body: 'council',
    parties: ["director of children's services"],
    accountable: true,
  },
  {
    name: 'Lena',
    label: 'Lena, link officer for the Ombudsman',
    body: 'council',
    parties: ['council complaints team'],
    routes: ['ombudsman.lgsco', 'ombudsman.joint', 'ombudsman-review'],
  },
  { name: 'Mr Okoro', label: 'Mr Okoro, head teacher', body: 'school', parties: ['school governing board'] },
  { name: 'Sam', label: 'Sam, NHS therapy service', body: 'nhs-provider', parties: ['NHS provider'] },
  {
    name: 'Ines',
    label: 'Ines, ICB officer',
    body: 'icb',
    parties: ['ICB (responsible commissioner)', 'ICB complaints team'],
  },
  {
    name: 'Dr Patel',
    label: 'Dr Patel, ICB executive',
    body: 'icb',
    parties: ['ICB executive lead'],
    accountable: true,
  },
  { name: OPERATOR, label: 'Olu, operator', parties: [] },
];

interface Seeded {
  now: string;
  people: { id: string; label: string }[];
  cases: { mediation: string; complaint: string };
}

@Injectable()
export class Demo {
  private seeded: Seeded | undefined;

  constructor(
    private readonly db: Db,
    private readonly people: People,
    private readonly operators: Operators,
    private readonly organisations: Organisations,
    private readonly cases: Cases,
    private readonly casePeople: CasePeople,
    private readonly invitations: Invitations,
    private readonly safeties: ContactSafeties,
    private readonly sender: Sender,
    private readonly worker: Worker,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Fills an empty database, or goes on where the clock was left. */
  async prepare(): Promise<void> {
    this.seeded = keptStory<Seeded>(this.config);
    if (this.seeded) {
      this.settable().reset(new Date(this.seeded.now));
      return;
    }
    if ((await this.organisations.list()).length > 0) return;
    this.seeded = await this.seed();
    this.remember();
  }

  get active(): boolean {
    return this.seeded !== undefined;
  }

  get story(): Seeded | undefined {
    return this.seeded;
  }

  bar(personId: string | undefined) {
    return this.db.forItself(() => this.barFor(personId));
  }

  private async barFor(personId: string | undefined) {
    await this.worker.runUntilIdle();
    const { reminder, deadline } = await this.worker.next();
    const now = this.clock.now();
    const at = (instant: Date) => instant.toISOString();
    return {
      now: at(now),
      persona: this.seeded?.people.find(({ id }) => id === personId)?.label,
      personas: this.seeded?.people ?? [],
      mail: (await this.sender.mailbox(1000)).length,
      steps: [
        ...(reminder ? [{ label: 'Next reminder', to: reminder }] : []),
        ...(deadline ? [{ label: 'Next missed date', to: deadline }] : []),
        { label: '+1 hour', to: at(new Date(now.getTime() + HOUR)) },
        { label: '+1 working day', to: morning(addWorkingDays(this.clock.today(), 1)) },
      ],
    };
  }

  /** To the morning of a day. @throws RangeError for a day that is none, or that has passed. */
  async moveToDay(day: string): Promise<void> {
    if (!isPlainDate(day)) throw new RangeError('Choose a day');
    await this.moveTo(new Date(morning(day)));
  }

  /** Everything as it was when the visitor came; everybody is signed out. */
  async reset(): Promise<void> {
    if (!this.config.demo) throw new Error('Only the demonstration may start over');
    await this.db.startOver();
    this.seeded = await this.db.forItself(() => this.seed());
    this.remember();
  }

  /** Moves the clock, doing what falls due on the way at its own instant. @throws RangeError when asked to go back. */
  async moveTo(instant: Date): Promise<void> {
    if (Number.isNaN(instant.getTime()) || instant < this.clock.now())
      throw new RangeError('The clock can only move forward');
    await this.db.forItself(() => this.worker.advanceTo(this.settable(), instant));
    this.remember();
  }

  private settable(): SettableClock {
    if (!(this.clock instanceof SettableClock))
      throw new Error('The demonstration needs a clock that can be set');
    return this.clock;
  }

  private remember(): void {
    if (!this.seeded) return;
    this.seeded.now = this.clock.instant();
    keepStory(this.config, this.seeded);
  }

  /** Past quarters for the published figures, then a family in mediation: all driven through the engine. */
  private async seed(): Promise<Seeded> {
    this.settable().reset(new Date(PAST_QUARTERS[0].ends));
    const { made, bodies } = await this.db.tx((m) => this.seedPeople(m));
    const areas = await this.db.tx(async (m) => {
      const neighbour = async (name: string) => ({
        council: (await this.organisations.create(m, 'council', `${name} Council`)).id,
        icb: (await this.organisations.create(m, 'icb', `NHS ${name} ICB`)).id,
      });
      return {
        Riverside: { council: bodies.council, icb: bodies.icb },
        Hillshire: await neighbour('Hillshire'),
        Northport: await neighbour('Northport'),
      };
    });
    for (const quarter of PAST_QUARTERS) {
      this.settable().moveTo(new Date(quarter.ends));
      const names = Object.keys(areas) as (keyof typeof areas)[];
      const past = names.map((name) => ({
        ...areas[name],
        lateOfTen: quarter.late[name],
        size: PAST_SIZE[name],
      }));
      await this.db.tx(() => inventPastDisputes(this.cases, quarter.begins, past));
      // The last one is frozen when its time to record is over, as the story goes on.
      if ('frozen' in quarter) await this.worker.advanceTo(this.settable(), new Date(quarter.frozen));
    }
    this.settable().moveTo(new Date(STORY_BEGINS));
    const parties = { council: bodies.council, icb: bodies.icb, mediation: bodies.mediation };
    const as = (label: string) => ({
      kind: 'person' as const,
      personId: made.find((each) => each.label.startsWith(label))?.id ?? '',
    });
    const opened = await this.cases.open(
      {
        route: 'tribunal.sen-appeal',
        facts: { decision: 'contents', noticeSent: '2026-10-01', sections: ['F', 'G'] },
        parties,
      },
      as('Amira'),
    );
    const information = refOf(opened.case, 'mediation-information');
    const wanted = await this.cases.advance(information, { type: 'mediation-wanted', data: {} }, as('Amira'));
    const mediation = refOf(wanted.case, 'mediation.council');
    await this.cases.advance(mediation, { type: 'icb-told', data: {} }, as('Dev'));
    await this.cases.advance(
      mediation,
      { type: 'meeting-arranged', data: { meeting: '2026-11-13', venue: 'online', authority: true } },
      as('Grace'),
    );
    await this.safeties.say(as('Rosa').personId, {
      safe: ['letter'],
      needs: ['interpreter', 'supporter'],
      needsMore: 'Polish',
    });
    const adviser = { ...as('Priya'), email: emailOf('Priya') };
    await secondFamily(
      { cases: this.cases, people: this.casePeople, invitations: this.invitations },
      {
        bodies,
        rosa: as('Rosa'),
        school: as('Mr Okoro'),
        provider: as('Sam'),
        officer: as('Dev'),
        linkOfficer: as('Lena'),
        adviser,
      },
      (day) => this.worker.advanceTo(this.settable(), new Date(morning(day))),
    );
    await this.worker.advanceTo(this.settable(), new Date(TOM_APPEALS));
    // A young person after compulsory school age appeals in his own name; about the school alone he needs no certificate.
    const toms = await this.cases.open(
      {
        route: 'tribunal.sen-appeal',
        facts: { decision: 'contents', noticeSent: '2026-11-02', sections: ['I'] },
        parties,
      },
      as('Tom'),
    );
    const asked = { email: adviser.email, scope: 'representative', endsOn: '2026-12-31' } as const;
    await this.casePeople.invite(toms.case.ref, as('Tom'), asked);
    await this.worker.advanceTo(this.settable(), new Date(morning(TOM_COMPLAINS)));
    const complaint = await this.cases.open(
      {
        route: 'council-complaint',
        facts: {
          about: 'communication',
          aware: '2026-11-02',
          received: TOM_COMPLAINS,
          complaint:
            'The council writes to my mother about my college place. I am 17 and have asked twice that it writes to me.',
          wanted: 'Write to me, and say sorry.',
        },
        parties: { council: bodies.council },
      },
      as('Tom'),
    );
    await this.worker.advanceTo(this.settable(), new Date(VISITOR_COMES));
    const { ref } = complaint.case;
    await this.cases.advance(ref, { type: 'acknowledged', data: {} }, as('Dev'));
    // What the council did before has gone by one hand; what it answers from now on takes two.
    await this.db.tx((m) => this.organisations.askForTwo(m, bodies.council, true));
    return { now: VISITOR_COMES, people: made, cases: { mediation, complaint: ref } };
  }

  /** Who there is, and for whom each of them acts. */
  private async seedPeople(m: EntityManager) {
    const bodies = {} as Record<keyof typeof ORGANISATIONS, string>;
    for (const [body, name] of Object.entries(ORGANISATIONS) as [keyof typeof ORGANISATIONS, string][]) {
      const help = body === 'council' ? { name: 'Riverside SENDIASS', phone: '01632 960001' } : null;
      bodies[body] = (await this.organisations.create(m, body, name, help)).id;
    }
    const made: { id: string; label: string }[] = [];
    for (const { name, label, body, parties, routes, accountable } of personas) {
      const { id } = await this.people.create(m, { name, email: emailOf(name) });
      const organisationId = body && bodies[body];
      const [party] = parties;
      if (organisationId) await this.people.join(m, id, organisationId, parties, routes ?? null);
      if (name === OPERATOR) await this.operators.appoint(m, id);
      if (accountable && organisationId && party)
        await this.organisations.appoint(m, {
          organisationId,
          party,
          personId: id,
          fromDay: '2026-01-01',
          toDay: null,
        });
      made.push({ id, label });
    }
    return { made, bodies };
  }
}

const emailOf = (name: string): string => `${name.toLowerCase().replace(/\W+/g, '.')}@example.org`;

const morning = (day: PlainDate): string => londonInstant(day, '09:00');

const refOf = (view: { links: { ref: string; route: string }[] }, route: string): string =>
  view.links.find((link) => link.route === route)?.ref ?? '';
