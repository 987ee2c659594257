// Who looks after which case.

export { Caseload, reasons, type AbsenceView } from './caseload';
export { CaseloadModule } from './caseload.module';
export { caseloadEntities } from './entities';
