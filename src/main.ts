// The process that `npm start` and the container run.

import { readConfig } from './platform';
import { serve } from './serve';

async function main(): Promise<void> {
  await serve(readConfig(process.env));
}

main().catch((error: unknown) => {
  console.error(`recourse: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
