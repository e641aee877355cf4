-- name: documents
select id, kind, encode(sha256, 'hex') as sha256, pdf_file as "pdfFile", docx_file as "docxFile", text_n as "textN", by, at
from oversight.document where agency_id = :agencyId and case_id = :caseId order by at, id;

-- name: addDocument
insert into oversight.document (agency_id, case_id, id, kind, sha256, pdf_file, docx_file, text_n, by, at)
values (:agencyId, :caseId, :id, :kind, :sha256, :pdfFile, :docxFile, :textN, :by, :at);

-- name: sealed
select count(*)::int as count,
  coalesce(bool_or(data->>'kind' = :kind and data->>'digest' = :digest), false) as same
from oversight.event
where agency_id = :agencyId and kind = 'case.sealed' and actor = :actor and at > :since;

-- name: texts
select distinct on (kind) kind, n, text, by, at from oversight.paper_text
where agency_id = :agencyId order by kind, n desc;

-- name: addText
insert into oversight.paper_text (agency_id, kind, n, text, by, at)
select :agencyId, :kind, coalesce(max(n) + 1, 0), :text, :by, :at
from oversight.paper_text where agency_id = :agencyId and kind = :kind;

-- name: names
select id, display_name as name from access.account where id = any(:ids)
