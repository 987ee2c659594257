// What the pages say, in each language.

export { en, type Key } from './en';
export { english, Languages, type Language, type Speech } from './languages';
