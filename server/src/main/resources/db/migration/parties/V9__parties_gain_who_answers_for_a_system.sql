-- A client system is asked for the training of whoever answers for it, and so must see its own organisation's systems.
create policy systems_see_who_answers_for_them on parties.client for select
    using (foundation.reach() = 'organisation' and foundation.person() is null
        and organisation = foundation.organisation());
