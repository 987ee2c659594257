// What every feature may use: configuration, the clock, ids and refusals.

export * from './clock';
export * from './config';
export * from './ids';
export * from './refusal';
export * from './platform.module';
