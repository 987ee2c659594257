// Equality questions: counts for England, with no way back to a person or a case.

export { equalityEntities } from './entities';
export { Equality, type EqualityFigures } from './equality';
export { EqualityModule } from './equality.module';
export { answersTo, equalityIds, type EqualityQuestion } from './questions';
