// Private notes of an organisation about its contacts in a case.

export { ContactLog, contactNote, type NoteView } from './contact-log';
export { ContactLogModule } from './contact-log.module';
export { contactLogEntities } from './entities';
