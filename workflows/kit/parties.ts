// Who can owe a duty or send an event in a route. One word per party: the same on screen, in the API and in code.

/** The body behind a party. A case names one organisation for each body that takes part in it. */
export type Body =
  | 'family'
  | 'council'
  | 'icb'
  | 'nhs-provider'
  | 'mediation'
  | 'school'
  | 'college'
  | 'nursery'
  | 'tribunal'
  | 'ombudsman'
  | 'panel'
  | 'government'
  | 'university'
  | 'data-controller';

/** The route that a missed duty of this party climbs. Governance, never a statutory right. */
export type Ladder = 'executive.council' | 'executive.icb';

export interface PartyDefinition {
  /** How the party is named in a sentence when no organisation is known: "the council". */
  name: string;
  body: Body;
  ladder?: Ladder;
  /** True where nobody of that body signs in to Recourse: its acts are recorded by the parties who receive them. */
  outside?: true;
}

export const parties = {
  'parent or young person': { name: 'the parent or young person', body: 'family' },
  'council SEND casework': { name: 'the council', body: 'council', ladder: 'executive.council' },
  'council complaints team': {
    name: "the council's complaints team",
    body: 'council',
    ladder: 'executive.council',
  },
  "council children's social care": {
    name: "the council's children's social care",
    body: 'council',
    ladder: 'executive.council',
  },
  'council adult social care': {
    name: "the council's adult social care",
    body: 'council',
    ladder: 'executive.council',
  },
  'council transport team': {
    name: "the council's transport team",
    body: 'council',
    ladder: 'executive.council',
  },
  "director of children's services": { name: "the director of children's services", body: 'council' },
  'council chief executive': { name: "the council's chief executive", body: 'council' },
  'safeguarding front door': { name: "the council's safeguarding team", body: 'council' },
  'ICB (responsible commissioner)': {
    name: 'the Integrated Care Board (ICB)',
    body: 'icb',
    ladder: 'executive.icb',
  },
  'ICB complaints team': { name: "the ICB's complaints team", body: 'icb', ladder: 'executive.icb' },
  'designated clinical officer': { name: 'the designated clinical officer', body: 'icb' },
  'ICB executive lead': { name: "the ICB's executive lead for SEND", body: 'icb' },
  'ICB chief executive': { name: "the ICB's chief executive and board", body: 'icb' },
  'NHS provider': { name: 'the NHS provider', body: 'nhs-provider', ladder: 'executive.icb' },
  'mediation adviser': { name: 'the mediation adviser', body: 'mediation' },
  mediator: { name: 'the mediator', body: 'mediation' },
  'mediation provider': { name: 'the mediation provider', body: 'mediation' },
  'SEND Tribunal': { name: 'the SEND Tribunal', body: 'tribunal', outside: true },
  'Upper Tribunal': { name: 'the Upper Tribunal', body: 'tribunal', outside: true },
  HMCTS: { name: 'HM Courts and Tribunals Service', body: 'tribunal', outside: true },
  LGSCO: {
    name: 'the Local Government and Social Care Ombudsman',
    body: 'ombudsman',
    outside: true,
  },
  OIA: { name: 'the Office of the Independent Adjudicator', body: 'ombudsman', outside: true },
  PHSO: { name: 'the Parliamentary and Health Service Ombudsman', body: 'ombudsman', outside: true },
  'school governing board': { name: "the school's governing board", body: 'school' },
  'academy trust': { name: 'the academy trust', body: 'school' },
  'independent school proprietor': { name: 'the proprietor of the school', body: 'school' },
  'nursery provider': { name: 'the nursery provider', body: 'nursery' },
  college: { name: 'the college', body: 'college' },
  university: { name: 'the university', body: 'university' },
  'independent panel': { name: 'the independent panel', body: 'panel', outside: true },
  'Department for Education': { name: 'the Department for Education', body: 'government', outside: true },
  'Information Commissioner': { name: 'the Information Commissioner', body: 'government', outside: true },
  'data controller': { name: 'the body that holds the data', body: 'data-controller' },
} as const satisfies Record<string, PartyDefinition>;

export type PartyId = keyof typeof parties;

export const partyIds = Object.keys(parties) as PartyId[];

export function partyDefinition(id: PartyId): PartyDefinition {
  return parties[id];
}
