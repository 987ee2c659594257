// What every feature may use: configuration, the clock, ids, refusals, and how much is done at once.

export * from './canonical';
export * from './clock';
export * from './config';
export * from './halves';
export * from './ids';
export * from './lanes';
export * from './log';
export * from './metrics';
export * from './refusal';
export * from './together';
export * from './platform.module';
