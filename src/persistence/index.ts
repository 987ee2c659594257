// The two databases behind one door.

export { databaseIs, type Away } from './away';
export { clockOf } from './clock-of';
export { Db } from './db';
export { lastBackup, noteBackup } from './last-backup';
export {
  fieldIn,
  insertAlike,
  insertAll,
  insertion,
  isAmong,
  isIn,
  isOneOf,
  stringsIn,
  tableOf,
  valuesIn,
} from './many-rows';
export { openDb, type DbSettings, type Entities } from './open-db';
export { PersistenceModule } from './persistence.module';
export {
  columnsOf,
  readTogether,
  rowsOf,
  Writes,
  type Reading,
  type Statement,
  type TextReading,
} from './statements';
export { rowsAsJson, rowsAsText, textsBy, type RowsBy } from './row-groups';
export {
  backlogOf,
  fallingDue,
  notOf,
  takeDue,
  type Failed,
  type FallingDue,
  type TimedRows,
} from './timed-rows';
export { isTaken } from './taken';
