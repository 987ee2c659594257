// Reminders: planned as rows, dispatched as messages.

export { reminderEntities } from './entities';
export { Reminders, type CaseOfReminder, type DeadlineToRemind } from './reminders';
export { RemindersModule } from './reminders.module';
