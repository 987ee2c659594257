// Messages to people: queued in a transaction, sent outside it.

export { Channel, MailboxChannel, PermanentFailure, SmtpChannel, type Delivery } from './channels';
export { EmailChoices, isEmailChoice, type EmailChoiceId } from './email-choices';
export { messageEntities, type MailboxMessage } from './entities';
export { MessagesModule } from './messages.module';
export { Outbox, type NewMessage } from './outbox';
export { Addresses, Sender } from './sender';
export { isTemplate, render, templates, type Message, type Params, type TemplateId } from './templates';
