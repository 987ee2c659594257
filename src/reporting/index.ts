// Published figures, and what an executive reads about an escalation.

export { BoardReports, type BoardReportView, type KeptDuties } from './board-reports';
export {
  boardCsv,
  boardPaper,
  boardTables,
  CARE,
  COUNTED,
  NO_PATTERN,
  patternsInWords,
} from './board-tables';
export { Briefs, decidesEscalations, mayReadBrief, type Brief } from './briefs';
export { csvOf } from './csv';
export { Dashboards, type Dashboard, type Figure, type PublishedArea, type QuarterFigure } from './dashboard';
export { makeSafe, publishedShare, type Published } from './disclosure';
export { Durations } from './durations';
export { reportingEntities } from './entities';
export * from './measures';
export { OwnFigures, type OwnFiguresView } from './own-figures';
export { Publisher } from './publisher';
export { lastComplete, quarterInWords, quarterOf, readQuarter } from './quarter';
export { ReportingModule } from './reporting.module';
