import type { Database } from './database.js'

/**
 * The schema, one entry per migration; entries are only ever added. Times are milliseconds since 1970 as `double precision` (exact,
 * and a number in both engines, where `bigint` is not). JSON is kept as `text`: `jsonb` refuses NUL and lone surrogates, and what a
 * shopper wrote must come back byte for byte.
 */
export const MIGRATIONS: readonly string[] = [
  `
create table sites (
  site_id text primary key,
  name text not null,
  origins text not null
);
create table owners (
  site_id text not null references sites,
  owner text not null,
  secret_hash text not null,
  revoked boolean not null default false,
  created double precision not null,
  primary key (site_id, owner)
);
create table outboxes (
  site_id text not null,
  owner text not null,
  outbox text not null,
  head integer not null default 0,
  primary key (site_id, owner, outbox),
  foreign key (site_id, owner) references owners
);
create table agents (
  site_id text not null references sites,
  agent text not null,
  name text not null,
  created double precision not null,
  primary key (site_id, agent),
  unique (site_id, name)
);
create table agent_sessions (
  site_id text not null,
  token_hash text not null,
  agent text not null,
  expires double precision not null,
  primary key (site_id, token_hash),
  foreign key (site_id, agent) references agents
);
create table conversations (
  site_id text not null,
  conversation text not null,
  owner text not null,
  epoch text not null,
  status text not null check (status in ('queued', 'live', 'ticket', 'closed')),
  last_seq integer not null default 0,
  agent text,
  ticket text,
  due double precision,
  opened double precision not null,
  queued double precision,
  waited double precision,
  claimed double precision,
  closed double precision,
  who text not null,
  reason text not null,
  summary text not null,
  priority text not null check (priority in ('normal', 'high', 'urgent')),
  last_said text,
  agent_read integer not null default 0,
  shopper_read integer not null default 0,
  rating integer,
  primary key (site_id, conversation),
  foreign key (site_id, owner) references owners,
  foreign key (site_id, agent) references agents
);
create unique index one_open_conversation on conversations (site_id, owner) where status <> 'closed';
create index conversations_by_status on conversations (site_id, status, opened);
create table records (
  site_id text not null,
  conversation text not null,
  seq integer not null,
  owner text not null,
  cmid text,
  at double precision not null,
  author text not null,
  name text,
  fact text not null,
  primary key (site_id, conversation, seq),
  unique (site_id, owner, cmid),
  foreign key (site_id, conversation) references conversations
);
create table verdicts (
  site_id text not null,
  owner text not null,
  cmid text not null,
  hash text not null,
  verdict text not null,
  conversation text,
  at double precision not null,
  primary key (site_id, owner, cmid),
  foreign key (site_id, owner) references owners
);
create table notes (
  site_id text not null,
  conversation text not null,
  note text not null,
  agent text not null,
  at double precision not null,
  text text not null,
  primary key (site_id, conversation, note),
  foreign key (site_id, conversation) references conversations,
  foreign key (site_id, agent) references agents
);
create table uploads (
  site_id text not null,
  upload text not null,
  owner text not null,
  conversation text,
  type text not null,
  name text not null,
  bytes bytea not null,
  at double precision not null,
  primary key (site_id, upload),
  foreign key (site_id, owner) references owners
);
create table orders (
  site_id text not null references sites,
  number text not null,
  email text not null,
  detail text not null,
  primary key (site_id, number)
);
create table articles (
  site_id text not null references sites,
  article text not null,
  position integer not null,
  topic text not null,
  topic_title text not null,
  title text not null,
  teaser text not null,
  body text not null,
  primary key (site_id, article)
);
create table article_ratings (
  site_id text not null,
  article text not null,
  owner text not null,
  at double precision not null,
  helped boolean not null,
  missing text,
  primary key (site_id, article, owner),
  foreign key (site_id, article) references articles
);
create table limits (
  site_id text not null,
  name text not null,
  started double precision not null,
  count integer not null,
  primary key (site_id, name)
);
create table settings (
  site_id text not null references sites,
  name text not null,
  value text not null,
  primary key (site_id, name)
);
`,
  // Nothing ever revoked an owner.
  'alter table owners drop column revoked',
  // By when a shopper was told that somebody would come or write, while nobody has. Articles by what came of them, for the insights.
  `
alter table conversations add column promised double precision;
create table articles_shown (
  site_id text not null,
  article text not null,
  day integer not null,
  count integer not null,
  primary key (site_id, article, day),
  foreign key (site_id, article) references articles
);
create table article_handoffs (
  site_id text not null,
  conversation text not null,
  article text not null,
  at double precision not null,
  missing text,
  primary key (site_id, conversation, article),
  foreign key (site_id, conversation) references conversations
);
create table empty_searches (
  site_id text not null references sites,
  words text not null,
  day integer not null,
  count integer not null,
  primary key (site_id, words, day)
);
`,
  // Which processes run, and who is connected to them. After a crash of the database nobody is: shoppers come anew, and are written anew.
  `
create table desks (
  desk text primary key,
  seen double precision not null
);
create table agents_here (
  site_id text not null,
  agent text not null,
  desk text not null,
  until double precision not null,
  primary key (site_id, agent, desk)
);
create unlogged table shoppers_here (
  site_id text not null,
  owner text not null,
  desk text not null,
  primary key (site_id, owner, desk)
);
create index live_conversations on conversations (site_id, agent) where status = 'live';
`,
  // Answers that go out by mail, and what their links were exchanged for. `due`: when to try next; taken by a process, it is that later.
  `
create table mails (
  site_id text not null,
  mail text not null,
  conversation text not null,
  seq integer not null,
  page text,
  recipient text not null,
  subject text not null,
  body text not null,
  at double precision not null,
  due double precision not null,
  tries integer not null default 0,
  sent double precision,
  given_up double precision,
  primary key (site_id, mail),
  unique (site_id, conversation, seq),
  foreign key (site_id, conversation) references conversations
);
create index mails_due on mails (due) where sent is null and given_up is null;
create table resumed (
  site_id text not null,
  nonce text not null,
  owner text not null,
  secret_hash text not null,
  conversations text not null,
  at double precision not null,
  primary key (site_id, nonce),
  foreign key (site_id, owner) references owners
);
create index resumed_sessions on resumed (site_id, owner, secret_hash);
`,
  // What a conversation is found by: name, e-mail and order number in small letters. Of the older ones the name or the e-mail is known.
  `
alter table conversations add column findable text not null default '';
update conversations set findable = lower(who);
`,
  // When a mailed link's session was last used. Of those from before nobody knows, and a process from before does not say it: now, then.
  'alter table resumed add column used double precision not null default extract(epoch from clock_timestamp()) * 1000',
  // When a person has answered last, since the last promise: what a line of a ticket shows in place of when it is due.
  `
alter table conversations add column answered double precision;
update conversations c set answered = (
  select max(at) from records r
  where r.site_id = c.site_id and r.conversation = c.conversation and r.author = 'agent' and r.cmid is not null
  and r.seq > coalesce((
    select max(seq) from records d
    where d.site_id = c.site_id and d.conversation = c.conversation and d.fact like '{"kind":"deferred"%'), 0))
where status <> 'closed';
`,
  // Where a picture was shown again, besides the conversation that it was first put into.
  `
create table uploads_shown_again (
  site_id text not null,
  upload text not null,
  conversation text not null,
  primary key (site_id, upload, conversation),
  foreign key (site_id, upload) references uploads on delete cascade,
  foreign key (site_id, conversation) references conversations
);
`,
]

/** Brings the database up to date. Safe when two processes start at once. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (queries) => {
    // The number is arbitrary: it only has to be the same in every process of this program.
    await queries.query('select pg_advisory_xact_lock(734605)')
    await queries.script('create table if not exists migrations (version integer primary key)')
    const [row] = await queries.query<{ version: number | null }>('select max(version) as version from migrations')
    const current = row?.version ?? 0
    for (const [index, script] of MIGRATIONS.entries()) {
      const version = index + 1
      if (version <= current) continue
      await queries.script(script)
      await queries.query('insert into migrations (version) values ($1)', [version])
    }
  })
}
