import { Global, Module } from '@nestjs/common';
import { CasePeople } from './case-people';
import { Cases } from './cases';
import { Corrections } from './corrections';
import { Desk } from './desk';
import { Links } from './links';
import { PersonalData } from './personal-data';
import { PersonDates } from './person-dates';
import { Recalculation } from './recalculation';
import { Recorder } from './recorder';
import { Simulation } from './simulation';
import { Stock } from './stock';
import { Timekeeper } from './timekeeper';
import { Verifier } from './verifier';

const services = [
  Cases,
  CasePeople,
  Corrections,
  Desk,
  Links,
  PersonalData,
  PersonDates,
  Recalculation,
  Simulation,
  Stock,
  Timekeeper,
  Verifier,
];

@Global()
@Module({ providers: [Recorder, ...services], exports: services })
export class EngineModule {}
