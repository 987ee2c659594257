import { Global, Module } from '@nestjs/common';
import { BoardReports } from './board-reports';
import { Briefs } from './briefs';
import { Dashboards } from './dashboard';
import { OwnFigures } from './own-figures';
import { Publisher } from './publisher';

const services = [BoardReports, Briefs, Dashboards, OwnFigures, Publisher];

@Global()
@Module({ providers: services, exports: services })
export class ReportingModule {}
