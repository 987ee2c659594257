// Arranging a meeting: times are proposed, each side answers, and one is chosen when somebody comes who can settle it.

import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { findRoute } from '../../workflows';
import {
  choice,
  choices,
  date,
  partyDefinition,
  personalLine,
  text,
  yesNo,
  type Body,
  type PartyId,
  type Route,
} from '../../workflows/kit';
import { CasePeople, Cases, checkedData, partiesOf, type CaseView, type Who } from '../engine';
import { Db, Writes } from '../persistence';
import { Clock, Ids, Refusal } from '../platform';
import { Reminders } from '../reminders';
import { Vault } from '../vault';
import { Meeting, MeetingAnswer, type MeetingStatus, type Slot } from './entities';

const venues = { online: 'Online', 'in-person': 'In person', phone: 'By phone' };

const slot = z.object({
  day: date({ label: 'Day' }).meta({ future: true }),
  from: z
    .string()
    .trim()
    .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, { message: 'Enter a time like 10:30' })
    .meta({ title: 'Time', description: 'Like 10:30', control: 'text' }),
});

export const proposal = z.object({
  venue: choice({ label: 'Where is it?' }, venues),
  place: personalLine({
    label: 'Address, link or telephone number',
    hint: 'Everyone who is asked sees it. Not the home of the family.',
  }).optional(),
  slots: z.array(slot).min(1, { message: 'Propose at least one time' }).max(10).meta({
    title: 'Which times do you propose?',
    description: 'Two or three are easiest to answer.',
    control: 'list',
  }),
});

/** What a side is asked; a family is not asked for its authority. */
export const answerTo = (slots: Slot[], family: boolean) =>
  z.object({
    works: choices(
      { label: family ? 'Which times can you come?' : 'Which times are possible for you?' },
      Object.fromEntries(slots.map((each) => [each.key, each.key])),
    ),
    attendees: personalLine({
      label: family ? 'Who will come with you?' : 'Who comes? Name and role of each',
      ...(family ? { hint: 'You can leave this empty. You can bring a friend or an adviser.' } : {}),
    }).optional(),
    ...(family
      ? {}
      : {
          authority: yesNo({
            label: 'Can one of them settle the issues for you?',
            hint: 'The law asks for this in mediation (SEND Regulations 2014 reg 38).',
          }),
        }),
    needs: text({
      label: family ? 'What do you or your child need to take part?' : 'What does anyone need to take part?',
      ...(family
        ? {
            hint: 'For example an interpreter, breaks, or a quiet room. Only the person who plans the meeting sees it.',
          }
        : {}),
    }).optional(),
  });

export interface SideView {
  body: Body;
  name: string;
  answered: boolean;
  works: string[];
  authority: boolean;
  /** Only for the side itself and for who plans the meeting. */
  attendees?: string;
  needs?: string;
}

export interface MeetingView {
  id: string;
  status: MeetingStatus;
  venue: string;
  place?: string;
  slots: Slot[];
  chosen?: Slot;
  sides: SideView[];
  /** The reader plans the meeting. */
  plans: boolean;
  /** The side for which the reader answers. */
  own?: Body;
  askedAt: string;
}

type Person = Who & { kind: 'person' };

const FAMILY: PartyId = 'parent or young person';

@Injectable()
export class Meetings {
  constructor(
    private readonly db: Db,
    private readonly cases: Cases,
    private readonly casePeople: CasePeople,
    private readonly reminders: Reminders,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Everything about meetings of these cases, answers and all. */
  async forget(m: EntityManager, caseRefs: string[]): Promise<void> {
    const meetings = await m.findBy(Meeting, { caseRef: In(caseRefs) });
    await m.delete(MeetingAnswer, { meetingId: In(meetings.map(({ id }) => id)) });
    await m.delete(Meeting, { caseRef: In(caseRefs) });
  }

  /** The meeting that is being planned or was arranged last; `view` is the case as this reader has it already. */
  async of(view: CaseView, who: Person): Promise<MeetingView | undefined> {
    const found = await this.db.read.findOne(Meeting, {
      where: { caseRef: view.ref, status: In(['asked', 'arranged']) },
      order: { askedAt: 'DESC' },
    });
    return found ? this.viewOf(found, view, who) : undefined;
  }

  /** Proposes times; what was proposed before is withdrawn. @throws Refusal for who may not arrange the meeting. */
  async ask(view: CaseView, who: Person, data: unknown): Promise<void> {
    if (!mayArrange(view))
      throw new Refusal('not-allowed', 'Your part in this case does not let you plan the meeting.');
    const { venue, place, slots } = checkedData(proposal, data, this.clock.today()) as z.infer<
      typeof proposal
    >;
    const today = this.clock.today();
    slots.forEach(({ day }, n) => {
      if (day < today)
        throw new Refusal('invalid-data', 'A time lies in the past.', [
          { pointer: `/slots/${n}/day`, detail: 'The day must be today or later' },
        ]);
    });
    const { caseId, disputeId, organisationId, body } = await this.casePeople.placeOf(view.ref, who);
    const route = routeOf(view);
    await this.db.tx(async (m) => {
      await m.update(Meeting, { caseRef: view.ref, status: 'asked' }, { status: 'withdrawn' });
      const id = this.ids.id();
      await m.insert(Meeting, {
        id,
        caseRef: view.ref,
        organisationId,
        body,
        venue,
        place: place === undefined ? null : await this.vault.seal(m, disputeId, place),
        slots: slots
          .map((each) => ({ ...each, from: each.from.replace('.', ':').padStart(5, '0') }))
          .sort((a, b) => (`${a.day}${a.from}` < `${b.day}${b.from}` ? -1 : 1))
          .map((each, n) => ({ ...each, key: String(n + 1) })),
        status: 'asked',
        chosen: null,
        askedBy: who.personId,
        askedAt: this.clock.instant(),
      });
      const about = { caseId, caseRef: view.ref, disputeId };
      const told = [...partiesOf(route)].filter(
        (party) =>
          partyDefinition(party).body !== body &&
          sidesOf(view, route, body).includes(partyDefinition(party).body),
      );
      const writes = new Writes(m);
      writes.add(
        this.reminders.keep(
          m,
          told.flatMap((party) => this.reminders.notice(about, `meeting ${id}`, party, 'news')),
        ),
      );
      await writes.flush();
    });
  }

  /** @throws Refusal for who does not answer for a side, and for what cannot be. */
  async answer(view: CaseView, who: Person, data: unknown): Promise<void> {
    const meeting = await this.of(view, who);
    if (!meeting?.own || meeting.status !== 'asked')
      throw new Refusal('not-found', 'There is no meeting to answer about. Go back to the case.');
    const body = meeting.own;
    const checked = checkedData(answerTo(meeting.slots, body === 'family'), data, this.clock.today()) as {
      works: string[];
      attendees?: string;
      authority?: boolean;
      needs?: string;
    };
    await this.db.tx(async (m) => {
      const disputeId = await this.cases.disputeOf(view.ref);
      await m.delete(MeetingAnswer, { meetingId: meeting.id, body });
      await m.insert(MeetingAnswer, {
        meetingId: meeting.id,
        body,
        works: checked.works,
        authority: checked.authority ?? false,
        attendees: await this.vault.seal(m, disputeId, checked.attendees ?? ''),
        needs: checked.needs === undefined ? null : await this.vault.seal(m, disputeId, checked.needs),
        answeredBy: who.personId,
        answeredAt: this.clock.instant(),
      });
    });
  }

  /**
   * Chooses one of the times and sends the route's own event about it, in one transaction.
   * @throws Refusal where nobody comes who can settle the issues, and as for sending the event
   */
  async choose(view: CaseView, who: Person, key: string): Promise<{ version: number }> {
    const meeting = await this.of(view, who);
    const chosen = meeting?.slots.find((each) => each.key === key);
    const type = meetingEventOf(routeOf(view));
    if (!meeting?.plans || meeting.status !== 'asked' || !type || !mayArrange(view))
      throw new Refusal('not-found', 'There is no meeting to choose a time for. Go back to the case.');
    if (!chosen)
      throw new Refusal('invalid-data', 'Choose a time.', [{ pointer: '/slot', detail: 'Choose a time' }]);
    const settled = meeting.sides.some(({ authority, works }) => authority && works.includes(key));
    const asksAuthority = 'authority' in (routeOf(view).events[type]?.data.shape ?? {});
    if (asksAuthority && !settled) {
      const detail =
        'Nobody has said that they come at this time and can settle the issues. The law asks for somebody who can. Ask the body again, or choose another time.';
      throw new Refusal('invalid-data', detail, [{ pointer: '/slot', detail }]);
    }
    const shape = routeOf(view).events[type]?.data.shape ?? {};
    const data = {
      meeting: chosen.day,
      ...('venue' in shape ? { venue: meeting.venue } : {}),
      ...('authority' in shape ? { authority: true } : {}),
    };
    return this.db.tx(async (m) => {
      const sent = await this.cases.advance(view.ref, { type, data, expectedVersion: view.version }, who);
      await m.update(Meeting, { id: meeting.id }, { status: 'arranged', chosen: key });
      return sent.case;
    });
  }

  /** Every meeting that is arranged or asked for in these cases, soonest first. */
  async calendarOf(refs: string[]): Promise<{ caseRef: string; status: MeetingStatus; slots: Slot[] }[]> {
    const rows =
      refs.length === 0
        ? []
        : await this.db.read.findBy(Meeting, { caseRef: In(refs), status: In(['asked', 'arranged']) });
    return rows.map(({ caseRef, status, slots, chosen }) => ({
      caseRef,
      status,
      slots: status === 'arranged' ? slots.filter(({ key }) => key === chosen) : slots,
    }));
  }

  private async viewOf(found: Meeting, view: CaseView, who: Person): Promise<MeetingView> {
    const route = routeOf(view);
    const answers = await this.db.read.findBy(MeetingAnswer, { meetingId: found.id });
    const own = await this.sideOf(view, route, found, who);
    const plans = own === found.body;
    const sides = sidesOf(view, route, found.body).map((body): SideView => {
      const answer = answers.find((each) => each.body === body);
      const open = answer && (plans || own === body);
      return {
        body,
        name: view.parties[body]?.name ?? (body === 'family' ? 'The family' : body),
        answered: answer !== undefined,
        works: answer?.works ?? [],
        authority: answer?.authority ?? false,
        ...(open ? { attendees: answer.attendees } : {}),
        ...(open && answer.needs !== null ? { needs: answer.needs } : {}),
      };
    });
    const chosen = found.slots.find(({ key }) => key === found.chosen);
    return this.vault.reveal(this.db.read, {
      id: found.id,
      status: found.status,
      venue: found.venue,
      ...(found.place === null ? {} : { place: found.place }),
      slots: found.slots,
      ...(chosen ? { chosen } : {}),
      sides,
      plans,
      ...(own && !plans ? { own } : {}),
      askedAt: found.askedAt,
    });
  }

  /** For whom the reader speaks: their organisation, or the family where they may act for it. */
  private async sideOf(
    view: CaseView,
    route: Route,
    { body }: Meeting,
    who: Person,
  ): Promise<Body | undefined> {
    if (view.parts.includes(FAMILY)) return view.scope === 'read' ? undefined : 'family';
    const place = await this.casePeople.placeOf(view.ref, who);
    return [body, ...sidesOf(view, route, body)].find((each) => each === place.body);
  }
}

/** Everybody who should come: the family, and the bodies of the dispute with a part in the route, without who plans. */
const sidesOf = (view: CaseView, route: Route, planner: Body): Body[] => [
  ...new Set(
    [...partiesOf(route)]
      .map((party) => partyDefinition(party).body)
      .filter((body) => body !== planner && (body === 'family' || view.parties[body] !== undefined)),
  ),
];

function routeOf({ route, routeVersion }: CaseView): Route {
  const found = findRoute(route, routeVersion);
  if (!found) throw new Refusal('not-found', 'There is no such route.');
  return found;
}

/** The act of a route by which a meeting gets its day. */
const meetingEventOf = (route: Route): string | undefined =>
  Object.entries(route.events).find(([, { data }]) => 'meeting' in data.shape)?.[0];

/** Whether the reader could send that act now. */
export const mayArrange = (view: CaseView): boolean => {
  const type = meetingEventOf(routeOf(view));
  return !view.parts.includes(FAMILY) && view.events.some((event) => event.type === type);
};
