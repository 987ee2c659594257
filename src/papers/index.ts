// Papers: what they say, and the files that are made of it.

export { BundleError, bundleOf, type AddedPart, type Bundle, type BundlePart, type OwnPart } from './bundle';
export { docxOf } from './docx';
export { pdfOf } from './pdf';
export * from './paper';
export { patternOf, REMOVED, without } from './redact';
export {
  fillTemplate,
  readTemplate,
  TemplateError,
  type Placeholders,
  type TemplateText,
} from './template-text';
