import { Global, Module } from '@nestjs/common';
import { Cases } from './cases';
import { Corrections } from './corrections';
import { Desk } from './desk';
import { Links } from './links';
import { Recalculation } from './recalculation';
import { Recorder } from './recorder';
import { Simulation } from './simulation';
import { Timekeeper } from './timekeeper';
import { Verifier } from './verifier';

const services = [Cases, Corrections, Desk, Links, Recalculation, Simulation, Timekeeper, Verifier];

@Global()
@Module({ providers: [Recorder, ...services], exports: services })
export class EngineModule {}
