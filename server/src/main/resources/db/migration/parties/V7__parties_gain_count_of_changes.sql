create trigger organisations_change after insert or update on parties.organisation
    for each statement execute function foundation.note_change('parties');
create trigger teams_change after insert or update on parties.team
    for each statement execute function foundation.note_change('parties');
