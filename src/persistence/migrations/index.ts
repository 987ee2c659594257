// Every migration, oldest first. One set serves both databases.

import { Vault1700000000001 } from './0001-vault';

export const migrations = [Vault1700000000001];
