create trigger entries_change after insert or update on catalogue.entry
    for each statement execute function foundation.note_change('catalogue');
