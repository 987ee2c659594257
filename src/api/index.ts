// The JSON API.

export { ApiModule } from './api.module';
export { openApiDocument } from './openapi';
export { answerWith, markFault, problemOf } from './problems';
