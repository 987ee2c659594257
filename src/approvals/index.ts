// A second person for what binds an organisation.

export { Approvals, type ApprovalView } from './approvals';
export { ApprovalsModule } from './approvals.module';
export { approvalEntities } from './entities';
