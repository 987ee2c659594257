// What the pages say, in each language.

export { en, type Key } from './en';
export { refusalIn, type Refused } from './refusals';
export { english, Languages, type Language, type Speech } from './languages';
