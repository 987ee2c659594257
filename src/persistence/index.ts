// The two databases behind one door.

export { Db } from './db';
export { openDb, type DbSettings, type Entities } from './open-db';
export { PersistenceModule } from './persistence.module';
