import { Global, Module } from '@nestjs/common';
import { CasePeople } from './case-people';
import { Cases } from './cases';
import { Corrections } from './corrections';
import { Links } from './links';
import { PersonalData } from './personal-data';
import { Recalculation } from './recalculation';
import { Recorder } from './recorder';
import { Timekeeper } from './timekeeper';
import { Verifier } from './verifier';

const services = [Cases, CasePeople, Corrections, Links, PersonalData, Recalculation, Timekeeper, Verifier];

@Global()
@Module({ providers: [Recorder, ...services], exports: services })
export class EngineModule {}
