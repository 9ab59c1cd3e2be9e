/** One message to one mailbox, as plain text and as the same in HTML. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same on every attempt, so that one that came twice is recognised; without it each attempt is a message of its own. */
  id?: string;
};

/** What sends messages; whoever has something to tell by mail needs no more. */
export type MailSender = {
  /**
   * Hands a message to the mail server. That it arrives is known to nobody.
   *
   * @returns its Message-ID, by which mail servers find it
   * @throws Error where the server cannot be reached or does not take it
   */
  send(mail: Mail): Promise<string>;
  /** Ends once what is under way has been handed over or given up. */
  close(): Promise<void>;
};
