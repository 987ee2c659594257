// Finding a day on which everybody can meet.

export { meetingEntities, type Slot } from './entities';
export { answerTo, mayArrange, Meetings, proposal, type MeetingView } from './meetings';
export { MeetingsModule } from './meetings.module';
