// What the page of documents says about those that people have added.

import type { UploadList, UploadView } from '../uploads';

export const addedDocuments = (list: UploadList) => ({
  ...list,
  uploads: list.uploads.map((upload) => shown(upload, list)),
});

const statuses = {
  ready: { text: 'Ready', colour: 'green' },
  waiting: { text: 'Being checked', colour: 'grey' },
  held: { text: 'On hold', colour: 'orange' },
  refused: { text: 'Not taken', colour: 'red' },
  unreadable: { text: 'Could not be added', colour: 'red' },
};

const why = {
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
    sizeInWords:
      upload.size < 1024 * 1024
        ? `${Math.ceil(upload.size / 1024)} KB`
        : `${(upload.size / 1024 / 1024).toFixed(1)} MB`,
    tag: statuses[upload.status],
    why:
      upload.status === 'waiting'
        ? 'We check it for viruses. Nobody can open it yet.'
        : upload.status === 'refused'
          ? 'It did not pass our check, and was not kept.'
          : upload.held && why[upload.held],
    from: upload.by === 'The family' ? 'the family' : upload.by,
    goes: upload.held === 'pictures' ? 'I have looked at each page: it may go' : 'It may go',
    sees: others.length === 0 ? 'Only your side' : others.map(({ name }) => name).join(', '),
  };
}
