import { Global, Module } from '@nestjs/common';
import { Dashboards } from './dashboard';
import { Publisher } from './publisher';

const services = [Dashboards, Publisher];

@Global()
@Module({ providers: services, exports: services })
export class ReportingModule {}
