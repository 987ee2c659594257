import { Global, Module } from '@nestjs/common';
import { BoardReports } from './board-reports';
import { Briefs } from './briefs';
import { Dashboards } from './dashboard';
import { Durations } from './durations';
import { OwnFigures } from './own-figures';
import { Publisher } from './publisher';

const services = [BoardReports, Briefs, Dashboards, Durations, OwnFigures, Publisher];

@Global()
@Module({ providers: services, exports: services })
export class ReportingModule {}
