// Messages to people: queued in a transaction, sent outside it.

export { Bounces } from './bounces';
export { CallbackTokens } from './callback-tokens';
export { Channel, Channels, PermanentFailure, TryLater, type Delivery } from './channels';
export { Addresses, Deliverer } from './deliverer';
export { Digests } from './digests';
export { EmailChoices, isEmailChoice, type EmailChoiceId } from './email-choices';
export { messageEntities, type Contact, type MailboxMessage, type OutboxMessage } from './entities';
export { MessagesModule } from './messages.module';
export { notifyTemplates } from './notify-templates';
export { Outbox, type NewMessage } from './outbox';
export { Preferences, textHours, type Chosen } from './preferences';
export { Receipts } from './receipts';
export { Sender } from './sender';
export { StopLinks } from './stop-links';
export {
  channelOf,
  isTemplate,
  proseOf,
  render,
  templates,
  wordsOf,
  type Message,
  type Params,
  type TemplateId,
} from './templates';
export { Undelivered, waysToTell, type WayToTell } from './undelivered';
export { Wishes, type Wish } from './wishes';
