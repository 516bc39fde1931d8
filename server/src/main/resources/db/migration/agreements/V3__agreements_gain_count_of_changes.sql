create trigger versions_change after insert or update on agreements.version
    for each statement execute function foundation.note_change('agreements');
create trigger signatures_change after insert on agreements.signature
    for each statement execute function foundation.note_change('agreements');
create trigger signatories_change after insert or update on agreements.signatory
    for each statement execute function foundation.note_change('agreements');
create trigger readings_change after insert or update on agreements.reading
    for each statement execute function foundation.note_change('agreements');
