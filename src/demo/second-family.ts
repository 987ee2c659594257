// The second family of the demonstration. A school, an NHS service, the council's link officer for the Ombudsman and a
// director each have one case of hers, and none of the others; an adviser of SENDIASS helps with one of them.
// Every step goes through the engine, on its own day.

import { addDays, type PlainDate } from '../../workflows/calendar';
import type { Body } from '../../workflows/kit';
import { Invitations } from '../access';
import { CasePeople, Cases, type CaseView, type Who } from '../engine';

type Person = Who & { kind: 'person' };

export interface SecondFamily {
  bodies: Record<'council' | 'school' | 'nhs-provider', string>;
  rosa: Person;
  school: Person;
  provider: Person;
  officer: Person;
  linkOfficer: Person;
  adviser: Person & { email: string };
}

interface Services {
  cases: Cases;
  people: CasePeople;
  invitations: Invitations;
}

/** What the adviser may do ends on this day. */
const HELP_ENDS = '2027-01-29';

/** Steps that have to wait for their day, in order: `on` is moved to before each. */
export async function secondFamily(
  { cases, people, invitations }: Services,
  who: SecondFamily,
  on: (day: PlainDate) => Promise<void>,
): Promise<void> {
  const { bodies } = who;
  const open = async (
    route: string,
    facts: Record<string, unknown>,
    parties: Partial<Record<Body, string>>,
  ) => (await cases.open({ route, facts, parties }, who.rosa)).case;
  const send = (ref: string, by: Person, type: string, data: object, occurredOn?: PlainDate) =>
    cases.advance(ref, { type, data: { ...data }, ...(occurredOn ? { occurredOn } : {}) }, by);

  const council = { council: bodies.council };
  const complaint = await open(
    'council-complaint',
    {
      about: 'provision',
      aware: '2026-07-20',
      received: '2026-10-06',
      complaint: 'No speech therapy has come since Easter, and nobody says why.',
    },
    council,
  );
  await on('2026-10-07');
  await send(complaint.ref, who.officer, 'acknowledged', {}, '2026-10-07');
  await on('2026-10-14');
  const answer = { finding: 'not-upheld', reasons: 'The service has nobody free.' };
  await send(complaint.ref, who.officer, 'stage-1-answered', answer, '2026-10-14');
  await send(complaint.ref, who.rosa, 'stage-2-asked', { why: 'The plan says weekly sessions.' });
  await send(complaint.ref, who.officer, 'stage-2-acknowledged', {}, '2026-10-14');
  await on('2026-10-21');
  await send(complaint.ref, who.officer, 'stage-2-answered', answer, '2026-10-21');
  const referred = (await send(complaint.ref, who.rosa, 'ombudsman-asked', {})).case;
  const ombudsman = linked(referred, 'ombudsman.lgsco');

  await on('2026-10-28');
  await open(
    'compliance',
    {
      source: 'agreement',
      made: '2026-10-28',
      owedBy: 'council',
      points: [
        {
          key: '1',
          what: 'A teaching assistant for 15 hours each week',
          kind: 'mediation.agreement.no-appeal-right',
        },
      ],
    },
    council,
  );
  await send(ombudsman, who.linkOfficer, 'accepted', {});

  await on('2026-11-02');
  const school = await open(
    'school-complaint.maintained',
    {
      about: 'support',
      against: 'staff',
      happened: '2026-10-19',
      complained: '2026-11-02',
      complaint: 'Nobody helps Leo with reading. The help we agreed in September has not begun.',
      wanted: 'Start the reading group, and tell us every Friday how it went.',
    },
    { school: bodies.school, ...council },
  );
  await people.invite(school.ref, who.rosa, { email: who.adviser.email, scope: 'read', endsOn: HELP_ENDS });
  await on('2026-11-03');
  for (const { id } of await invitations.waitingFor(who.adviser.personId))
    await invitations.answer(id, who.adviser.personId, true);
  await send(school.ref, who.school, 'acknowledged', {}, '2026-11-03');

  await on('2026-11-05');
  const therapy = await open(
    'nhs-complaint.provider',
    {
      about: 'waiting',
      happened: '2026-11-02',
      received: '2026-11-05',
      complaint: 'We have waited 14 months for a first appointment.',
    },
    { 'nhs-provider': bodies['nhs-provider'] },
  );
  await on('2026-11-06');
  await send(therapy.ref, who.provider, 'acknowledged', { talkOffered: true }, '2026-11-06');

  const decided = '2026-11-09';
  await on(decided);
  await send(
    ombudsman,
    who.linkOfficer,
    'decided',
    {
      fault: true,
      report: false,
      remedies: [
        { what: 'Say sorry to the family in writing', by: addDays(decided, 28) },
        { what: 'Pay £900 for the therapy that was missed', by: addDays(decided, 42) },
      ],
    },
    decided,
  );
}

/** @throws Error where the case led to none of that route */
function linked({ ref, links }: CaseView, route: string): string {
  const found = links.find((link) => link.route === route)?.ref;
  if (!found) throw new Error(`The demonstration's case ${ref} has led to no ${route}`);
  return found;
}
