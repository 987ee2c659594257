// Makes the types of the client package from the OpenAPI document. Run it with `npm run client` after a change of the
// API; a test fails when the package's copy is old. `--print` only says what it would write.

import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTypes, { astToString } from 'openapi-typescript';
import { openApiDocument } from '../src/api/openapi';

const typesFile = join(__dirname, 'typescript', 'src', 'schema.ts');

async function main(): Promise<void> {
  const text = astToString(await openapiTypes(openApiDocument() as never, { defaultNonNullable: false }));
  const file = `// Made of the OpenAPI document by "npm run client". Not to be changed by hand.\n\n${text}`;
  if (process.argv.includes('--print')) process.stdout.write(file);
  else writeFileSync(typesFile, file);
}

void main();
