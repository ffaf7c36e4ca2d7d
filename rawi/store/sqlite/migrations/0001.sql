-- The first schema of the store. Tables are named by the record's nouns; docs/reference/store.md tells every column.
-- Offsets count code points of page.text, start inclusive, end exclusive: substr(text, start + 1, "end" - start) are the words.

CREATE TABLE made_by (
  number INTEGER PRIMARY KEY,
  rawi TEXT NOT NULL,
  pack TEXT NOT NULL,
  world TEXT NOT NULL,
  UNIQUE (rawi, pack, world)
);

CREATE TABLE article (
  number INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,
  id TEXT NOT NULL,
  url TEXT,
  outlet TEXT,
  title TEXT,
  published TEXT,
  day TEXT,
  language TEXT NOT NULL,
  made_by INTEGER NOT NULL REFERENCES made_by (number)
);
CREATE INDEX article_id ON article (id);
CREATE INDEX article_day ON article (day);
CREATE INDEX article_outlet ON article (outlet, day);
CREATE INDEX article_made_by ON article (made_by);

-- What is large: the text, the whole record without it (JSON, deflated), the bounds of its sentences, and the words it is indexed by.
CREATE TABLE page (
  article INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
  text TEXT NOT NULL,
  record BLOB NOT NULL,
  sentences BLOB NOT NULL,
  words BLOB NOT NULL
);

CREATE TABLE entity (
  number INTEGER PRIMARY KEY,
  id TEXT,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT,
  country TEXT,
  code TEXT,
  key TEXT NOT NULL,
  key_en TEXT
);
CREATE UNIQUE INDEX entity_whole ON entity (
  name, kind, ifnull(id, ''), ifnull(name_en, ''), ifnull(country, ''), ifnull(code, '')
);
CREATE INDEX entity_id ON entity (id);
CREATE INDEX entity_key ON entity (key);
CREATE INDEX entity_key_en ON entity (key_en);
CREATE INDEX entity_code ON entity (code);
CREATE INDEX entity_country ON entity (country);

CREATE TABLE mention (
  article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES entity (number),
  form TEXT NOT NULL,
  PRIMARY KEY (article, start, "end", entity)
) WITHOUT ROWID;
CREATE INDEX mention_entity ON mention (entity);

CREATE TABLE strand (
  article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  anchor TEXT,
  agency INTEGER REFERENCES entity (number),
  PRIMARY KEY (article, position)
) WITHOUT ROWID;

CREATE TABLE time (
  article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  type TEXT NOT NULL,
  value TEXT,
  anchor TEXT,
  first TEXT,
  last TEXT,
  PRIMARY KEY (article, position)
) WITHOUT ROWID;

CREATE TABLE quantity (
  article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  value NUMERIC NOT NULL,
  bound TEXT NOT NULL,
  unit TEXT,
  unit_text TEXT,
  PRIMARY KEY (article, position)
) WITHOUT ROWID;

CREATE TABLE statement (
  number INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  act TEXT NOT NULL,
  lemma TEXT,
  cue_start INTEGER,
  cue_end INTEGER,
  start INTEGER,
  "end" INTEGER,
  parent TEXT,
  depth INTEGER NOT NULL,
  addressee INTEGER REFERENCES entity (number),
  medium TEXT,
  time INTEGER,
  first TEXT,
  last TEXT,
  confidence REAL NOT NULL
);
CREATE INDEX statement_article ON statement (article);
CREATE INDEX statement_addressee ON statement (addressee) WHERE addressee IS NOT NULL;

CREATE TABLE content (
  statement INTEGER NOT NULL REFERENCES statement (number) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY (statement, start, "end")
) WITHOUT ROWID;

CREATE TABLE link (
  statement INTEGER NOT NULL REFERENCES statement (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES entity (number),
  role TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  cue_start INTEGER,
  cue_end INTEGER,
  lemma TEXT,
  PRIMARY KEY (statement, position)
) WITHOUT ROWID;
CREATE INDEX link_entity ON link (entity, role);

CREATE TABLE about (
  statement INTEGER NOT NULL REFERENCES statement (number) ON DELETE CASCADE,
  entity INTEGER NOT NULL REFERENCES entity (number),
  PRIMARY KEY (statement, entity)
) WITHOUT ROWID;
CREATE INDEX about_entity ON about (entity);

CREATE TABLE event (
  number INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  mode TEXT,
  contexts TEXT NOT NULL,
  place INTEGER REFERENCES entity (number),
  time INTEGER,
  first TEXT,
  last TEXT,
  modality TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  vouched_by INTEGER REFERENCES statement (number) ON DELETE SET NULL,
  cameo TEXT,
  format TEXT,
  duration TEXT,
  confidence REAL NOT NULL
);
CREATE INDEX event_article ON event (article);
CREATE INDEX event_type ON event (type);
CREATE INDEX event_place ON event (place) WHERE place IS NOT NULL;
CREATE INDEX event_vouched_by ON event (vouched_by) WHERE vouched_by IS NOT NULL;

CREATE TABLE party (
  event INTEGER NOT NULL REFERENCES event (number) ON DELETE CASCADE,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES entity (number),
  PRIMARY KEY (event, role, position)
) WITHOUT ROWID;
CREATE INDEX party_entity ON party (entity, role);

CREATE TABLE failure (
  number INTEGER PRIMARY KEY,
  place TEXT NOT NULL UNIQUE,
  id TEXT,
  stage TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_by INTEGER NOT NULL REFERENCES made_by (number)
);

-- Full-text indexes over folded words without their clitics; a row's number is the article's, the statement's, the event's, the entity's.
CREATE VIRTUAL TABLE article_words USING fts5 (words, content = '', tokenize = "unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE statement_words USING fts5 (words, content = '', tokenize = "unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE event_words USING fts5 (words, content = '', tokenize = "unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE entity_words USING fts5 (words, content = '', tokenize = "unicode61 remove_diacritics 0");
