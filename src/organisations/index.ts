// Organisations and their accountable executives.

export { organisationEntities, type Help, type Organisation } from './entities';
export { Organisations } from './organisations';
export { OrganisationsModule } from './organisations.module';
