-- Who acts in this transaction, as the server told it at its beginning. Empty where it was not told: then no row is seen.
create function foundation.reach() returns text
    language sql stable parallel safe
    return coalesce(current_setting('concordat.reach', true), '');

create function foundation.is_server() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('concordat.reach', true), '') = 'server';

-- A role that reaches over the whole partnership: its administrator and its auditor.
create function foundation.is_partnership_wide() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('concordat.reach', true), '') = 'partnership';

create function foundation.person() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('concordat.person', true), '')::uuid;

create function foundation.organisation() returns text
    language sql stable parallel safe
    return nullif(current_setting('concordat.organisation', true), '');

create function foundation.role() returns text
    language sql stable parallel safe
    return nullif(current_setting('concordat.role', true), '');

-- Whether they practise: then they see what is made up for practice, and nothing else; and the others see none of it.
create function foundation.practises() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('concordat.practice', true), '') = 'yes';

grant usage on schema foundation to concordat_app;
grant execute on all functions in schema foundation to concordat_app;
