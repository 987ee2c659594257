// Cases and what happens to them.

export { Cases, type Sent } from './cases';
export { EngineModule } from './engine.module';
export { engineEntities } from './entities';
export { Links } from './links';
export { Timekeeper } from './timekeeper';
export * from './types';
export { jsonSchemaOf } from './view';
export { Verifier, type VerifyFinding } from './verifier';
