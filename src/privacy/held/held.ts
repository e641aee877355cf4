/** A kind of data that tells of people; its words stand in the messages under `privacy.held.ID.`. */
export interface Held {
  readonly id: HeldId;
  /** Of whom; a text of `privacy.about.`. */
  readonly about: 'employees' | 'staff' | 'officials' | 'reporters';
  /** The rule of retention by which it is kept; null: as long as what it belongs to. */
  readonly rule:
    | 'pact'
    | 'scan'
    | 'left'
    | 'read'
    | 'import-file'
    | 'sign-code'
    | 'session'
    | 'reminder-address'
    | null;
  /** Every place, `schema.table.column`; `schema.table.*` for all of a table. */
  readonly places: readonly string[];
}

const HELD_IDS = [
  ...(['roster', 'files', 'audience', 'record', 'paper', 'means', 'attendance', 'absent', 'photos'] as const),
  ...(['officials', 'reminders', 'accounts', 'events', 'asked', 'counts', 'erased', 'pointers'] as const),
  ...(['reports', 'cases', 'staffKeys'] as const),
];
type HeldId = (typeof HELD_IDS)[number];

/**
 * Everything that is held of people, and where. The page for everybody and the institution's record of processing are
 * made from this; `held.db.test.ts` walks the database and fails at a column that stands neither here nor in
 * `not-personal.ts`.
 */
export const HELD: readonly Held[] = [
  {
    id: 'roster',
    about: 'employees',
    rule: 'left',
    places: [
      ...columns('agencies.person', 'name id_kind id_number category rank post post_status status email'),
      ...columns('agencies.person_correction', 'before after reason'),
      ...columns('agencies.person_change', 'before after'),
      ...columns('agencies.person_status', 'kind reason'),
      ...columns('agencies.move', 'id_number side other_agency'),
      ...columns('agencies.move_decision', 'decision reason'),
    ],
  },
  {
    id: 'files',
    about: 'employees',
    rule: 'import-file',
    places: [
      ...columns('agencies.roster_import', 'file_name file_digest parsed'),
      ...columns('agencies.stream_load', 'file_name path'),
      ...columns('agencies.roster_reading', 'file_name'),
      ...columns('agencies.roster_reading_end', 'problems'),
      ...columns('agencies.stream_bad', 'params'),
    ],
  },
  {
    id: 'audience',
    about: 'employees',
    rule: 'pact',
    places: [
      ...columns('campaigns.audience', 'name id_kind id_number category rank post post_status'),
      ...columns('campaigns.audience', 'unit_name employer'),
      'campaigns.exemption.reason',
      'campaigns.declining.note',
      'campaigns.addition.reason',
    ],
  },
  {
    id: 'record',
    about: 'employees',
    rule: 'pact',
    places: [
      ...columns('evidence.record', 'record salt receipt verify_url frame_id'),
      'signing.signature.*',
      'evidence.pdf.*',
      'evidence.pdf_timestamp.*',
      'signing.certified_file.*',
    ],
  },
  {
    id: 'paper',
    about: 'employees',
    rule: 'scan',
    places: ['signing.scan.*', 'signing.scan_decision.*', 'signing.sheet.*', 'signing.sheet_file.*'],
  },
  {
    id: 'means',
    about: 'employees',
    rule: 'sign-code',
    places: [
      ...[
        'signing.slip.code_hash',
        'signing.link.code_hash',
        'signing.link.bound_to',
        'signing.link.channel',
      ],
      ...['signing.code.code_hash', 'signing.code.address_hash', 'signing.passkey.public_key'],
    ],
  },
  {
    id: 'attendance',
    about: 'employees',
    rule: 'pact',
    places: [
      ...columns('ceremonies.presence', 'standing reason how site'),
      'ceremonies.attendance.fact',
      ...columns('ceremonies.symbolic', 'name office stands_for unit_ids'),
      ...columns('signing.queued', 'kind code params state digest receipt'),
    ],
  },
  {
    id: 'absent',
    about: 'employees',
    rule: 'pact',
    places: ['assembly.minutes_draft.absent', 'assembly.minutes_draft.salt'],
  },
  {
    id: 'photos',
    about: 'officials',
    rule: null,
    places: [
      'assembly.photo.*',
      'assembly.photo_file.*',
      'assembly.photo_words.*',
      'assembly.photo_removal.*',
    ],
  },
  {
    id: 'officials',
    about: 'officials',
    rule: null,
    places: [
      ...['ceremonies.officer.*', 'ceremonies.participation.*', 'ceremonies.plan.plan', 'assembly.guest.*'],
      ...['assembly.minutes_draft.content', 'assembly.minutes_draft.digest', 'assembly.minutes_signer.*'],
      ...[
        'assembly.minutes_mark.*',
        'evidence.minutes_file.*',
        'evidence.minutes_photo.*',
        'ceremonies.source.*',
      ],
      ...['newsroom.release.title', 'newsroom.release.body', 'campaigns.campaign.circular_issuer'],
      ...['campaigns.campaign.circular_text', 'ceremonies.ceremony.minutes', 'law.correction.why'],
    ],
  },
  {
    id: 'reminders',
    about: 'employees',
    rule: 'reminder-address',
    places: ['reminders.message.*', 'reminders.plan.reply_to', 'oversight.notice.*'],
  },
  {
    id: 'accounts',
    about: 'staff',
    rule: 'session',
    places: [
      ...[
        'access.account.*',
        'access.account_claim.*',
        'access.account_mail.*',
        'access.account_mail_proof.*',
      ],
      ...['access.identity.*', 'access.mail_link.*', 'access.passkey.*', 'access.password_change.*'],
      ...['access.recovery_code.*', 'access.session.*', 'access.account_person.*', 'access.role_grant.*'],
      ...['access.grant_ending.*', 'access.wide_grant.*', 'access.wide_grant_ending.*', 'access.token.*'],
      ...['access.token_ending.*', 'access.spent.*'],
    ],
  },
  { id: 'events', about: 'employees', rule: 'read', places: ['platform.event.*', 'platform.api_answer.*'] },
  {
    id: 'asked',
    about: 'employees',
    rule: null,
    places: [
      ...['privacy.request.*', 'privacy.request_answer.*', 'privacy.hold.*', 'privacy.hold_ending.*'],
      ...[
        'access.approval_request.*',
        'access.approval_decision.*',
        'privacy.incident.*',
        'privacy.incident_step.*',
      ],
    ],
  },
  { id: 'counts', about: 'employees', rule: 'pact', places: ['tally.person.*'] },
  {
    id: 'reports',
    about: 'reporters',
    rule: null,
    places: [
      ...['oversight.message.*', 'oversight.file.*', 'oversight.file_part.*', 'oversight.mailbox.*'],
      ...['oversight.step.note'],
    ],
  },
  {
    id: 'cases',
    about: 'reporters',
    rule: null,
    places: [
      ...['oversight.case_file.*', 'oversight.case_access.*', 'oversight.case_access_ending.*'],
      ...columns('oversight.step', 'stage what basis data by'),
      ...['oversight.recusal.*', 'oversight.event.*', 'oversight.hold.*', 'oversight.hold_ending.*'],
      ...['oversight.deletion.*', 'oversight.deletion_request.*', 'oversight.deletion_decision.*'],
      ...['oversight.logged.*', 'oversight.fired.*'],
      ...['oversight.document.*', 'oversight.hand_off.*', 'oversight.hand_off_result.*'],
    ],
  },
  {
    id: 'staffKeys',
    about: 'staff',
    rule: null,
    places: [
      ...['oversight.key.*', 'oversight.key_wrap.*', 'oversight.key_wrap_ending.*', 'oversight.recipient.*'],
    ],
  },
  { id: 'erased', about: 'employees', rule: null, places: ['privacy.erasure.*', 'evidence.erasure.*'] },
  {
    id: 'pointers',
    about: 'employees',
    rule: null,
    places: ['*.person_id', '*.account_id', '*.*_by', '*.person_ids', '*.by'],
  },
];

/** Never held, whatever happens: texts of `privacy.never.`. */
export const NEVER = ['choice', 'views', 'location', 'biometric', 'password', 'analytics'] as const;

function columns(table: string, names: string): string[] {
  return names.split(' ').map((name) => `${table}.${name}`);
}

/** Whether a place of a list means this column. */
export function means(place: string, column: string): boolean {
  if (!place.includes('*')) return place === column;
  const [schema = '', table = '', name = ''] = column.split('.');
  if (place === `${schema}.${table}.*`) return true;
  if (place === '*.*_by') return name.endsWith('_by');
  return place === `*.${name}`;
}
