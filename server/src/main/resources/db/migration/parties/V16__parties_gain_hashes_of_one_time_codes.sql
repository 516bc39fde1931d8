-- By which hash an app makes the codes from a secret (RFC 6238). Secrets from before were all for SHA-1, and stay so.
alter table parties.account add column code_hash text check (code_hash in ('SHA1', 'SHA256'));
update parties.account set code_hash = 'SHA1' where code_secret is not null;
alter table parties.account add check ((code_secret is null) = (code_hash is null));
