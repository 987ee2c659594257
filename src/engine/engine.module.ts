import { Global, Module } from '@nestjs/common';
import { CaseLock } from './case-lock';
import { CaseNotes } from './case-notes';
import { CasePeople } from './case-people';
import { CaseRecords } from './case-records';
import { CaseLists } from './case-lists';
import { Cases } from './cases';
import { Corrections } from './corrections';
import { Desk } from './desk';
import { Links } from './links';
import { PersonalData } from './personal-data';
import { Previews } from './previews';
import { PersonDates } from './person-dates';
import { Recalculation } from './recalculation';
import { Recorder } from './recorder';
import { SecondPerson } from './second-person';
import { Simulation } from './simulation';
import { Stock } from './stock';
import { Timekeeper } from './timekeeper';
import { Verifier } from './verifier';

const services = [
  CaseLists,
  Cases,
  CaseNotes,
  CaseRecords,
  CasePeople,
  Corrections,
  Desk,
  Links,
  PersonalData,
  Previews,
  PersonDates,
  Recalculation,
  SecondPerson,
  Simulation,
  Stock,
  Timekeeper,
  Verifier,
];

@Global()
@Module({ providers: [CaseLock, Recorder, ...services], exports: services })
export class EngineModule {}
