// The two databases behind one door.

export { Db } from './db';
export { insertAll, isIn, tableOf } from './many-rows';
export { openDb, type DbSettings, type Entities } from './open-db';
export { PersistenceModule } from './persistence.module';
export { backlogOf, dueRows, fallingDue, type FallingDue, type TimedRows } from './timed-rows';
