// Every table of every feature, for the two databases to know.

import { vaultEntities } from './vault';

export const entities = [...vaultEntities];
