-- The same rules as before, asked once a statement rather than once a row: a register of 20,000 documents is one look-up.
drop policy versions_are_seen on agreements.version;
create policy versions_are_seen on agreements.version for select
    using (foundation.is_server()
        or (document in (select code from agreements.document)
            and (state in ('in-force', 'suspended', 'ended', 'superseded')
                or foundation.is_partnership_wide()
                or foundation.organisation() = any (parties)
                or document in (select code from agreements.document where steward = foundation.organisation()))));

-- Whoever signs last puts a version in the place of an earlier one, of which their organisation may not have been a party.
create function agreements.is_party_of_some_version(document_code text) returns boolean
    language sql stable security definer set search_path = agreements, pg_temp
    return exists (select from agreements.version v
                   where v.document = document_code and foundation.organisation() = any (v.parties));
grant execute on function agreements.is_party_of_some_version(text) to concordat_app;

drop policy versions_are_changed on agreements.version;
create policy versions_are_changed on agreements.version for update
    using (foundation.is_server()
        or (agreements.is_seen(document)
            and (agreements.may_write() or foundation.role() = 'executive-signatory')
            and (agreements.is_party_of_some_version(document)
                or foundation.organisation() = (select d.steward from agreements.document d where d.code = document))));

create index document_by_steward on agreements.document (steward);
create index signing_link_by_version on agreements.signing_link (document, number, organisation);
