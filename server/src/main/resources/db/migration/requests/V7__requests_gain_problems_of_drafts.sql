-- What keeps a drafted schedule from being a draft among agreements.
alter table requests.decision add column draft_problems text not null default '' check (length(draft_problems) <= 20000);
