// The process that `npm start` and the container run.

import { registerLocalRoutes } from './local-routes';
import { readConfig } from './platform';
import { serve } from './serve';

async function main(): Promise<void> {
  registerLocalRoutes(process.env);
  await serve(readConfig(process.env));
}

main().catch((error: unknown) => {
  console.error(`recourse: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
