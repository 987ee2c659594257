// What people may ask about their own data, and how long anything is kept.

export { retentionClasses, retentionDays, retentionIds } from './classes';
export { DataCopy } from './data-copy';
export { privacyEntities } from './entities';
export { Erasure } from './erasure';
export { Holds } from './holds';
export { PrivacyModule } from './privacy.module';
export { ErasureRequests, type RequestView } from './requests';
export { Retention, type Retained } from './retention';
export { UnusualReading } from './unusual-reads';
