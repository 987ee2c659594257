// The JSON API.

export { ApiModule } from './api.module';
export { logUnexpected, problemOf } from './problems';
