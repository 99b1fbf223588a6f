-- What a question is called in the questionnaire it comes from: `A&A-01.1`, `3.2`.
alter table question add column reference text not null default '';
