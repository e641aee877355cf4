-- A kept signature value fits only the bytes that its writer writes. A document is therefore sealed once by each
-- version of the writer: rows of an older one stay as they are and are read no more.
alter table evidence.pdf drop constraint pdf_pkey;
alter table evidence.pdf add primary key (agency_id, campaign_id, idx, writer_version);

-- r ‖ s over the claims in the QR code; null where the seal is not P-256 and the code holds an address alone.
alter table evidence.pdf add column qr_signature bytea check (length(qr_signature) = 64);
