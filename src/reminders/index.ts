// Reminders: planned as rows, dispatched as messages.

export { reminderEntities } from './entities';
export { remindersOfMiss, remindersOfOpening, TEXT, type DeadlineToRemind, type Planned } from './plan';
export { Reminders, type AlsoTold, type CaseOfReminder, type Hand } from './reminders';
export { RemindersModule } from './reminders.module';
