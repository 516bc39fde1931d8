-- A later version of its document took the accession's place: it names the organisation among its own parties, does not let it join any
-- more, or came after the organisation had left what it joined below. What lapsed counts no more, and the organisation may join anew.
alter table agreements.accession add column lapsed boolean not null default false;

-- A later version may have another party accept joiners.
grant update (accepted_by, lapsed) on agreements.accession to concordat_app;
