// What the page of documents says about those that people have added.

import type { UploadList, UploadView } from '../uploads';

export const addedDocuments = (list: UploadList) => ({
  ...list,
  uploads: list.uploads.map((upload) => shown(upload, list)),
});

export const sizeInWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const statuses = {
  ready: { text: 'Ready', colour: 'green' },
  waiting: { text: 'Being checked', colour: 'grey' },
  held: { text: 'On hold', colour: 'orange' },
  refused: { text: 'Not taken', colour: 'red' },
  unreadable: { text: 'Could not be added', colour: 'red' },
};

const why: Partial<Record<UploadView['status'] | NonNullable<UploadView['held']>, string>> = {
  waiting: 'We check it for viruses. Nobody can open it yet.',
  refused: 'It did not pass our check, and was not kept.',
  unreadable: 'The file is damaged. Take it away and add it again.',
  'private-details':
    'It has something in it that you keep private. Nobody else sees it until you say that it may go.',
  'private-details-of-another':
    'It has something in it that a family keeps private. Take that out and add the document again, or wait for the family.',
  pictures:
    'We cannot read pictures. Look at each page: is there an address, or something else that a family keeps private?',
};

function shown(upload: UploadView, { bodies, own }: UploadList) {
  const others = bodies.filter(({ body }) => body !== own && upload.bodies.includes(body));
  return {
    ...upload,
    sizeInWords: sizeInWords(upload.size),
    tag: statuses[upload.status],
    why: upload.held ? why[upload.held] : why[upload.status],
    from: upload.by === 'The family' ? 'the family' : upload.by,
    goes: upload.held === 'pictures' ? 'I have looked at each page: it may go' : 'It may go',
    sees: others.length === 0 ? 'Only your side' : others.map(({ name }) => name).join(', '),
  };
}
