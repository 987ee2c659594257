// The route language: everything a route file, the engine and the documentation need of it.

export { stepsAhead, usualEvents, type StepAhead } from './ahead';
export * from './deadlines';
export { dotOf, mermaidOf } from './diagram';
export * from './outline';
export { pageOf } from './sentences';
export { examine, examineAll, type Finding } from './doctor';
export * from './fields';
export * from './parties';
export * from './quiet-hours';
export * from './reminder-policy';
export * from './route-ids';
export * from './run';
export * from './types';
export { all, event, last, propose, vocabulary, type Revision } from './vocabulary';
