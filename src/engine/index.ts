// Cases and what happens to them.

export { CasePeople, type PeopleView } from './case-people';
export { Cases, type Sent } from './cases';
export { Corrections } from './corrections';
export { Desk, readShow, type DeskCounts, type Place } from './desk';
export { EngineModule } from './engine.module';
export { engineEntities } from './entities';
export { Links } from './links';
export { PersonalData } from './personal-data';
export { questionsOf, said, type Question } from './questions';
export { PersonDates, type CaseDates, type PlainDeadline } from './person-dates';
export { Recalculation, type MovedDate } from './recalculation';
export { Simulation, type Simulated, type SimulationTotals } from './simulation';
export { Stock, type StageCount } from './stock';
export { Timekeeper } from './timekeeper';
export * from './types';
export { jsonSchemaOf } from './view';
export { Verifier, type VerifyFinding } from './verifier';
