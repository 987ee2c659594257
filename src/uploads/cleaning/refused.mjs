// Why a document is not taken: one word, which the room turns into a sentence.

export class Refused extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}
