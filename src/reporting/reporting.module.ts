import { Global, Module } from '@nestjs/common';
import { Briefs } from './briefs';
import { Dashboards } from './dashboard';
import { OwnFigures } from './own-figures';
import { Publisher } from './publisher';

const services = [Briefs, Dashboards, Publisher, OwnFigures];

@Global()
@Module({ providers: services, exports: services })
export class ReportingModule {}
