// The two databases behind one door.

export { databaseIs, type Away } from './away';
export { clockOf } from './clock-of';
export { Db } from './db';
export { openDb, type DbSettings, type Entities } from './open-db';
export { PersistenceModule } from './persistence.module';
export { backlogOf, fallingDue, notOf, type Failed, type FallingDue, type TimedRows } from './timed-rows';
