// What the bundle needs to know of a page that was made elsewhere, and its picture. Kept apart from who reads it: that
// library comes only as a module of the new kind, and is brought along by the thread that draws (drawing-thread.mjs).

import type { Range } from './words';

export interface Picture {
  jpeg: Uint8Array;
  /** In points, as the page had it. */
  width: number;
  height: number;
}

export interface AddedPage {
  /** What a machine can read of it; empty where it is a picture. */
  text: string;
  /** Something lies over it that a copy of the page alone would not show, e.g. a stamp or a note. */
  showsMore: boolean;
  /** The page as a picture in which these parts of its text are painted over. */
  picture(hidden: Range[]): Promise<Picture>;
}

export interface AddedFile {
  page(number: number): Promise<AddedPage>;
  close(): Promise<void>;
}

export interface PageReader {
  open(pdf: Uint8Array): Promise<AddedFile>;
  /** A photo, bounded in size. */
  photo(content: Uint8Array): Promise<Picture>;
}
