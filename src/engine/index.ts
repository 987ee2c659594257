// Cases and what happens to them.

export { CaseNotes, type CasePlace } from './case-notes';
export { CasePeople, type PeopleView, type PlaceInCase } from './case-people';
export { CaseRecords } from './case-records';
export { CaseLists } from './case-lists';
export { Cases, type Sent } from './cases';
export { checkedData } from './check';
export { Corrections } from './corrections';
export { Desk, readShow, takesPart, type DeskCounts, type Place } from './desk';
export { EngineModule } from './engine.module';
export { engineEntities } from './entities';
export { Links } from './links';
export { PersonalData } from './personal-data';
export { Previews, type DateAhead, type Following, type Preview, type Situation } from './previews';
export { questionsOf, said, type Question } from './questions';
export { PersonDates, type CaseDates, type PlainDeadline } from './person-dates';
export { Recalculation, type MovedDate } from './recalculation';
export { Simulation, type Simulated, type SimulationTotals } from './simulation';
export { Stock, type StageCount } from './stock';
export { Timekeeper } from './timekeeper';
export * from './types';
export { APPROVED, DOCUMENT_ADDED, DOCUMENT_REMOVED, isNote } from './replay';
export { SecondPerson, type Signing } from './second-person';
export { jsonSchemaOf, partiesOf } from './view';
export { finding, type Cure, type Finding, type Invariant } from './finding';
export { Verifier } from './verifier';
