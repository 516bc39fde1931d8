-- Nobody records their own training. In an organisation of one person nobody else could, so the partnership's administrator does.
create function parties.has_no_recorder(who uuid) returns boolean
    language sql stable parallel safe
    return not exists (
        select from parties.assignment a join parties.person p on p.id = who
        where a.organisation = p.organisation and a.person <> who and a.ended_at is null
          and a.role in ('organisation-administrator', 'information-governance-officer'));

create policy training_of_those_alone_is_recorded on parties.training for insert
    with check (foundation.role() = 'partnership-administrator' and person <> foundation.person()
        and person in (select id from parties.person) and parties.has_no_recorder(person));

grant execute on function parties.has_no_recorder(uuid) to concordat_app;
