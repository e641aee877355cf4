/** What is sealed, as JSON in UTF-8. Nothing of it is ever seen by the server on the way with script. */

export interface FileNote {
  id: string;
  /** As the reporter's device called it, or a plain one where its metadata was removed. */
  name: string;
  type: string;
  length: number;
  parts: number;
  /** base64url of 32 bytes. */
  key: string;
  /** Whether what the file says of its maker was removed before it was sealed. */
  stripped: boolean;
}

/** The first message of a case: what, who, when, where, how known. All but `what` may be empty. */
export interface ReportText {
  format: 'ikrar/report/v1';
  what: string;
  who: { name: string; post: string; unit: string };
  /** A day, or what is known of it in words. */
  when: string;
  where: string;
  how: string;
  /** The topic of the guide that the reporter came from. */
  topic?: string;
  files: FileNote[];
}

export interface MessageText {
  format: 'ikrar/message/v1';
  text: string;
  files: FileNote[];
}

/** Who the reporter is: sealed to custodians alone, or in the dialogue where they gave their name to all. */
export interface IdentityText {
  format: 'ikrar/identity/v1';
  name: string;
  contact: string;
}

export type Contents = ReportText | MessageText | IdentityText;
