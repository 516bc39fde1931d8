-- No file takes an id of more than 64 letters, so an organisation with a long code had a signatory that did not count, and could sign
-- nothing. Its last 19 letters tell a signatory's code from others.
update agreements.signatory set code = rtrim(left(organisation, 45), '-') || right(code, 19) where length(code) > 64;
