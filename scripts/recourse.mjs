// `npm run recourse -- COMMAND`: the command line, built first where it is not.

import { createRequire } from 'node:module';
import { at, prepare } from './prepare.mjs';

prepare();
createRequire(import.meta.url)(at('dist', 'src', 'cli.js'));
