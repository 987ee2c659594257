// The two databases behind one door.

export { Db } from './db';
export { openDb, type DbSettings, type Entities } from './open-db';
export { PersistenceModule } from './persistence.module';
export { backlogOf, fallingDue, type FallingDue, type TimedRows } from './timed-rows';
