// Papers: what they say, and the files that are made of it.

export { pdfOf } from './pdf';
export * from './paper';
