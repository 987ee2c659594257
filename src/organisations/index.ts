// Organisations and their accountable executives.

export { organisationEntities, type Help, type Organisation } from './entities';
export { Organisations, type Settings } from './organisations';
export { OrganisationsModule } from './organisations.module';
