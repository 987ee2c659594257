// Papers: what they say, and the files that are made of it.

export { BundleError, type AddedPart } from './added-part';
export type { Bundle, BundlePart, OwnPart } from './bundle';
export { pdfOf } from './pdf';
export * from './paper';
export { PapersModule } from './papers.module';
export { Press } from './press';
export {
  fillTemplate,
  readTemplate,
  TemplateError,
  type Placeholders,
  type TemplateText,
} from './template-text';
export { squeezed } from './words';
