// What every page about a case shows its staff: which case it is, how it stands, and the ways to its other pages.

import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { findRoute } from '../../workflows';
import { CasePeople, Cases, type CaseView } from '../engine';
import { asOthersRead, ContactSafeties, type SafetyAnswers } from '../lodging';
import { Refusal } from '../platform';
import { caseRef } from './case-ref';
import { casePage } from './case-page';
import { Readers, type Reader } from './reader';
import { flagsOf, type Flag } from './safety';
import { pageForStaff } from './staff-words';

const FAMILY = 'parent or young person';

export type StaffTab = 'overview' | 'contacts' | 'meeting' | 'documents' | 'dates' | 'history' | 'people';

export interface StaffCase {
  reader: Reader;
  view: CaseView;
  page: ReturnType<typeof casePage>;
  /** What those of the family said about reaching them, and what they need. */
  safety: SafetyAnswers[];
  /** The identity bar and the ways to the other pages. */
  head: {
    ref: string;
    route: string;
    stage: string;
    tag: { text: string; colour: string };
    /** What to know before anybody writes, rings or plans a meeting. */
    flags: Flag[];
    tabs: { text: string; href: string; current: boolean }[];
  };
}

@Injectable()
export class StaffCases {
  constructor(
    private readonly cases: Cases,
    private readonly people: CasePeople,
    private readonly safeties: ContactSafeties,
    private readonly readers: Readers,
  ) {}

  /** @throws Refusal as for a case that does not exist, for everybody whose case it is as a family. */
  async open(request: Request, typed: string, tab: StaffTab, what: string): Promise<StaffCase> {
    const reader = await this.readers.signedIn(request);
    return this.of(reader, typed, tab, what);
  }

  async of(reader: Reader, typed: string, tab: StaffTab, what: string): Promise<StaffCase> {
    const ref = caseRef(typed);
    if (!(await this.isStaff(ref, reader)))
      throw new Refusal('not-found', 'There is no such case, or it is not yours to see.');
    const view = await this.cases.view(ref, reader.who, what);
    const page = pageForStaff(casePage(view));
    const safety = await this.safetyOf(ref, reader);
    return { reader, view, page, safety, head: headOf(view, page, safety, tab) };
  }

  /** What stands above a page that a family reads too; nothing for a family and those who help it. `seen`: what it has read. */
  async headOf(
    reader: Reader,
    ref: string,
    tab: StaffTab,
    seen?: CaseView,
  ): Promise<StaffCase['head'] | undefined> {
    if (!(await this.isStaff(ref, reader))) return undefined;
    const view = seen ?? (await this.cases.view(ref, reader.who, 'head'));
    return headOf(view, pageForStaff(casePage(view)), await this.safetyOf(ref, reader), tab);
  }

  /** Whether the case is theirs through their organisation. @throws Refusal where it is not theirs at all. */
  async isStaff(ref: string, { who }: Reader): Promise<boolean> {
    return !(await this.cases.partsIn(ref, who)).includes(FAMILY);
  }

  private async safetyOf(ref: string, { who }: Reader): Promise<SafetyAnswers[]> {
    return (await this.safeties.ofAll(await this.people.familyIds(ref, who))).map(asOthersRead);
  }
}

function headOf(
  view: CaseView,
  page: StaffCase['page'],
  safety: SafetyAnswers[],
  tab: StaffTab,
): StaffCase['head'] {
  const { ref } = view;
  const own = (id: StaffTab, text: string, href: string) => ({ text, href, current: id === tab });
  return {
    ref,
    route: view.routeTitle,
    stage: page.stage.title,
    tag: !view.turn
      ? { text: 'Over', colour: 'grey' }
      : page.yourTurn
        ? page.late
          ? { text: 'Your turn: overdue', colour: 'orange' }
          : { text: 'Your turn', colour: 'turquoise' }
        : { text: `Waiting for ${page.who ?? 'others'}`, colour: 'grey' },
    flags: flagsOf(safety),
    tabs: [
      own('overview', 'Overview', `/desk/cases/${ref}`),
      own('contacts', 'Contacts', `/desk/cases/${ref}/contacts`),
      ...(meetingEvent(view) ? [own('meeting', 'Meeting', `/desk/cases/${ref}/meeting`)] : []),
      own('documents', 'Documents', `/cases/${ref}/documents`),
      own('dates', 'Dates', `/cases/${ref}/dates`),
      own('history', 'History', `/cases/${ref}/history`),
      own('people', 'People', `/cases/${ref}/people`),
    ],
  };
}

/** The act of the route by which a meeting gets its day, if it has one. */
const meetingEvent = ({ route, routeVersion }: CaseView): string | undefined =>
  Object.entries(findRoute(route, routeVersion)?.events ?? {}).find(
    ([, { data }]) => 'meeting' in data.shape,
  )?.[0];
