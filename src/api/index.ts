// The JSON API.

export { ApiModule } from './api.module';
export { answerWith, markFault, problemOf } from './problems';
